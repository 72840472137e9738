import type { Words } from "../text/language";
import { words } from "../text/texts";
import { type CauseName, explain } from "./causes";
import type { Place } from "./place";
import { Stop } from "./verdict";

/** Ends judging: this part is still a blank. */
export function blank(place: Place, start: Words): Stop {
  return new Stop({ state: "blank", place, sentences: [start] });
}

/** Ends judging: something other than a wrong number was seen. `got` is what came, as text. */
export function wrongForm(place: Place, cause: CauseName, got = ""): Stop {
  return new Stop({ state: "wrong", place, cause, sentences: [explain(cause, place, got)] });
}

/** Ends judging: a number is wrong; what was seen, then the likely cause where one is known. */
export function wrongNumber(place: Place, seen: Words, cause?: CauseName): Stop {
  if (cause === undefined) return new Stop({ state: "wrong", place, sentences: [seen] });
  const likely = words("verdict.likely", { cause: explain(cause, place) });
  return new Stop({ state: "wrong", place, cause, sentences: [seen, likely] });
}
