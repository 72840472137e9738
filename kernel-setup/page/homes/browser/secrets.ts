import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { toHex, utf8 } from "../../server/bytes";
import type { Secrets } from "../../server/home";

/** Hashes in JavaScript: those of `crypto.subtle` come later than they are asked for. */
export const pageSecrets: Secrets = {
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  sha256: (data) => toHex(sha256(typeof data === "string" ? utf8(data) : data)),
  hmac: (key, text) => hmac(sha256, key, utf8(text)),
};
