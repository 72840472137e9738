/** The measures of a drawing, in pixels; everything that places something reads them here. */
export const SIZES = {
  radius: 24,
  /** Half the distance between a forward line and the backward line below it. */
  half: 4,
  name: 15,
  unit: 13,
  value: 15,
  symbol: 26,
  longSymbol: 17,
  pillHeight: 34,
  /** What each further line of text adds to a pill, or below a circle. */
  line: 18,
  labelHeight: 46,
  margin: 24,
  head: 70,
} as const;
