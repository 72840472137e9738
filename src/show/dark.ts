import { BACKWARD, CARD, FORWARD, SERIES } from "../text/palette";

/**
 * What stands for each of the house's colours on a dark page, readable on the dark card. Scales of
 * fields keep their colours: those are the data.
 */
export const DARK: Readonly<Record<string, string>> = {
  [CARD.paper]: "#16191d",
  [CARD.edge]: "#4a525b",
  [CARD.grid]: "#2c3238",
  [CARD.ink]: "#e6e9ec",
  [CARD.quiet]: "#a7b0b9",
  [FORWARD]: "#62b0ea",
  [BACKWARD]: "#f29a4e",
  [SERIES[2]]: "#dd92bf",
  [SERIES[3]]: "#cdb44a",
  [SERIES[4]]: "#a3a7f0",
};
