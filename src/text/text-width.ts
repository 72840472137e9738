/** Helvetica's widths in thousandths of the font size, from space to tilde (Adobe's font metrics). */
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Hangul, CJK, full-width forms: as wide as they are high. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u;
const BOLD = 1.07;
/** The fonts that stand in where Helvetica is missing are up to a tenth wider. */
const SLACK = 1.1;

/**
 * How wide a text is drawn, in the unit of the font size. Pictures are made where no browser can
 * measure, and must come out the same on every machine.
 *
 * @param size the font size
 *
 * @example
 * textWidth("220", 10); // 18.348
 * textWidth("역전파", 10); // 33
 */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) {
    const ascii = ASCII[(character.codePointAt(0) ?? 0) - 32];
    thousandths += ascii ?? (isWide(character) ? 1000 : 584);
  }
  return Number(((thousandths * size * (bold ? BOLD : 1) * SLACK) / 1000).toFixed(3));
}

/**
 * Whether a character is as wide as it is high: Hangul, Chinese, emoji.
 *
 * @example
 * isWide("역"); // true
 */
export function isWide(character: string): boolean {
  return WIDE.test(character) || (character.codePointAt(0) ?? 0) > 0xffff;
}
