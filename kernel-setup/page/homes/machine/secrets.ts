import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Secrets } from "../../server/home";

/** The hashes of Node. */
export const machineSecrets: Secrets = {
  random: (bytes) => randomBytes(bytes),
  sha256: (data) => createHash("sha256").update(data).digest("hex"),
  hmac: (key, text) => createHmac("sha256", key).update(text).digest(),
};
