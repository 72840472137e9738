import fs from "node:fs";

/** Numbers of entries in a font's table "name" (OpenType specification, "Name IDs"). */
const NAME = 4;
const LICENCE = 13;

/**
 * What a font file says of itself: its name, and whose it is under which licence.
 * @param {string} file an uncompressed OpenType font, such as .ttf
 * @returns {{ name: string, notice: string }}
 */
export function fontNotice(file) {
  const bytes = fs.readFileSync(file);
  const count = bytes.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => bytes.toString("latin1", at, at + 4) === "name");
  const start = entry === undefined ? 0 : bytes.readUInt32BE(entry + 8);
  const texts = new Map();
  if (start > 0) {
    const strings = start + bytes.readUInt16BE(start + 4);
    for (let i = 0; i < bytes.readUInt16BE(start + 2); i++) {
      const at = start + 6 + 12 * i;
      const [platform, id, length, offset] = [0, 6, 8, 10].map((o) => bytes.readUInt16BE(at + o));
      const text = bytes.subarray(strings + offset, strings + offset + length);
      // Platform 3 is Windows, whose texts are big-endian UTF-16; 1 is Macintosh, with letters of one byte.
      if (platform === 3) texts.set(id, Buffer.from(text).swap16().toString("utf16le"));
      else if (!texts.has(id)) texts.set(id, text.toString("latin1"));
    }
  }
  const [name, notice] = [NAME, LICENCE].map((id) => texts.get(id)?.replaceAll("\r\n", "\n"));
  if (!name || !notice)
    throw new Error(`licences: expected the font ${file} to state its licence, but it does not.`);
  return { name, notice: notice.trim() };
}
