/** Front ends count characters, JavaScript counts 16-bit units: an emoji is one or two. */
export function toUnits(code: string, characters: unknown): number {
  if (typeof characters !== "number" || characters < 0) return code.length;
  let units = 0;
  let left = characters;
  for (const character of code) {
    if (left-- <= 0) break;
    units += character.length;
  }
  return units;
}

/** The other way round: from 16-bit units to characters. */
export function toCharacters(code: string, units: number): number {
  return Array.from(code.slice(0, units)).length;
}
