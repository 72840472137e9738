import {
  asScorecard,
  isLaterScorecard,
  scorecardText,
  unitedScorecard,
} from "../../../../src/lessons/score-format";
import { utf8 } from "../bytes";

/**
 * What a scorecard's file holds when another one comes from somebody who may not have seen it: what has
 * passed in either has passed. One that nobody can read gives way; one of a later edition stays.
 *
 * @returns nothing where there shall be none
 */
export function unitedText(
  here: Uint8Array | undefined,
  came: Uint8Array | undefined,
): Uint8Array | undefined {
  const [first, second] = [parsed(here), parsed(came)];
  const [known, other] = [asScorecard(first), asScorecard(second)];
  if (known && other) return utf8(scorecardText(unitedScorecard(known, other)));
  return known || isLaterScorecard(first) ? here : came;
}

function parsed(bytes: Uint8Array | undefined): unknown {
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
