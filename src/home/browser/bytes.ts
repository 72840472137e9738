import { sha256 as hash } from "@noble/hashes/sha2.js";

const toBytes = (data: string | Uint8Array) =>
  typeof data === "string" ? new TextEncoder().encode(data) : data;

/** Arguments that a call takes at once. */
const MANY = 8192;

/**
 * Data as base64; a text as its UTF-8.
 *
 * @example
 * toBase64("값"); // "6rCS"
 */
export function toBase64(data: string | Uint8Array): string {
  const bytes = toBytes(data);
  let characters = "";
  for (let from = 0; from < bytes.length; from += MANY)
    characters += String.fromCharCode(...bytes.subarray(from, from + MANY));
  return btoa(characters);
}

/**
 * The bytes that a base64 text stands for.
 *
 * @example
 * [...fromBase64("AP8=")]; // [ 0, 255 ]
 */
export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/**
 * The SHA-256 of all parts, one after the other, in hexadecimal digits. A page's own is asynchronous.
 *
 * @example
 * sha256("a", "b") === sha256("ab"); // true
 */
export function sha256(...parts: (string | Uint8Array)[]): string {
  const state = hash.create();
  for (const part of parts) state.update(toBytes(part));
  return Array.from(state.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
