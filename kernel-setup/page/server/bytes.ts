/** A text in UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Parts one after the other. */
export function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes in hex. */
export const toHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes of a text in hex, up to what is none. */
export const fromHex = (text: string) =>
  Uint8Array.from(/^(?:[0-9a-f]{2})*/i.exec(text)?.[0].match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );

/** So many bytes become a text at once: a call takes no more arguments. */
const PIECE = 0x8000;

/** Bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

/** The bytes of a text in base64, of either alphabet; what belongs to none is passed over. */
export function fromBase64(text: string): Uint8Array {
  const [signs] = text
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/[^A-Za-z0-9+/=]/g, "")
    .split("=", 1) as [string];
  // One sign at the end holds no whole byte.
  const whole = signs.length % 4 === 1 ? signs.slice(0, -1) : signs;
  return Uint8Array.from(atob(whole), (sign) => sign.charCodeAt(0));
}
