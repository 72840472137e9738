import type { Fail } from "./lesson";
import type { Attributes } from "./parse-markdown";

/** The cells that the builder names itself: its own first code cell, and the prose before any code. */
export const SETUP = "setup";
/** The id of the text that a lesson begins with. */
export const OPENING = "opening";

/** Fails at the first attribute that is not known. */
export function checkAttributes(
  attributes: Attributes,
  known: string[],
  line: number,
  fail: Fail,
): void {
  const stranger = Object.keys(attributes).find((name) => !known.includes(name));
  if (stranger === undefined) return;
  const expected = known.length === 0 ? "no attributes" : `the attributes ${known.join(", ")}`;
  fail(line, `expected ${expected} here, but got "${stranger}"`);
}

/** The id that attributes give; nothing when they give none. */
export function readId(attributes: Attributes, line: number, fail: Fail): string | undefined {
  const { id } = attributes;
  if (id === undefined || id === null) return undefined;
  if (!/^[A-Za-z0-9_-]{1,48}$/.test(id)) {
    fail(line, `expected an id of 1 to 48 letters, digits, "-" or "_", but got "${id}"`);
  }
  if (id === SETUP || id === OPENING) {
    fail(
      line,
      `expected an id other than ${SETUP} and ${OPENING}, which the builder gives itself, but got "${id}"`,
    );
  }
  return id;
}
