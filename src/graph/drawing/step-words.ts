import { say } from "../../text/language";
import type { Words } from "../../text/languages";
import { words } from "../../text/texts";

/**
 * What the live drawing says, in the language in force. Names and numbers are the page's to fill in,
 * at `{0}`, `{1}`, …
 */
export const stepWords = (): Record<string, string> =>
  Object.fromEntries(Object.entries(all()).map(([key, text]) => [key, say(text)]));

const all = (): Record<string, Words> => ({
  start: words("stepper.start"),
  begin: words("stepper.begin", { gradient: "{0}", node: "{1}" }),
  passes: words("stepper.passes", { node: "{0}", parts: "{1}" }),
  none: words("stepper.none", { node: "{0}" }),
  to: words("stepper.to", { gradient: "{0}", node: "{1}" }),
  and: words("stepper.and"),
  sum: words("stepper.sum", { node: "{0}", parts: "{1}", sum: "{2}" }),
  slider: words("stepper.slider"),
  steps: words("stepper.steps"),
  first: words("stepper.first"),
  back: words("stepper.back"),
  next: words("stepper.next"),
  last: words("stepper.last"),
  inputs: words("stepper.inputs"),
  drag: words("stepper.drag", { input: "{0}" }),
  reset: words("stepper.reset"),
  try: words("stepper.try"),
  change: words("stepper.change", {
    node: "{0}",
    predicted: "{1}",
    really: "{2}",
    difference: "{3}",
  }),
  bad: words("stepper.bad"),
});
