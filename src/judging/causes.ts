import type { Texts } from "../text/en";
import type { Words } from "../text/language";
import { words } from "../text/texts";
import type { Place } from "./place";

/**
 * What usually lies behind a wrong answer, by its name in the one table of causes, the room `cause`
 * of the texts. Exercises name causes, never write their own.
 */
export type CauseName = keyof Texts["cause"];

/** The words of a cause, for the place it was seen at. `got` is what came, as text. */
export function explain(cause: CauseName, place: Place, got = ""): Words {
  const { layer, method = "", parameter = "" } = place;
  return words(`cause.${cause}`, { layer, method, parameter, got });
}
