import { say } from "../text/language";
import { words } from "../text/texts";

/** Thrown by `todo()`: a blank that nobody has filled in yet. */
export class TodoError extends Error {
  override name = "TodoError";
}

/**
 * Stands where a learner's own code belongs. Its type fits everywhere, so a notebook with blanks
 * passes the type check, and nothing fails before the blank is called.
 *
 * Introduced in lesson 00.
 *
 * @throws TodoError always; `check` takes it for "not written yet", not for a mistake
 * @example
 * todo(); // throws Not written yet
 */
export function todo(): never {
  throw new TodoError(say(words("todo.unwritten")));
}
