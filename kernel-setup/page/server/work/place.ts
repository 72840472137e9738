import { utf8 } from "../bytes";
import { extensionOf } from "../paths";

/** How many folders a notebook may lie in: whoever serves a whole disk shall not wait for ever. */
export const DEEPEST = 8;

/** The longest path, in bytes of UTF-8: all systems take it. */
const LONGEST_PATH = 1000;

/** Whether it is the path of a notebook as the folder itself writes it: names with "/" between them, none hidden. */
export function isPlace(path: string): boolean {
  // What is no whole letter has no bytes of its own.
  if (extensionOf(path) !== ".ipynb" || /\p{Surrogate}/u.test(path)) return false;
  const names = path.split("/");
  if (names.length > DEEPEST + 1 || utf8(path).length > LONGEST_PATH) return false;
  // A drive of Windows stands for a place of its own.
  return !/^[A-Za-z]:/.test(path) && names.every(isName);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const isName = (name: string) => name !== "" && !/^\.|[\\\u0000-\u001f]/.test(name);

/** A path as a sentence shows it: its signs visible, and not all of a long one. */
export const shownPath = (path: string): string =>
  JSON.stringify(path.length > 200 ? `${path.slice(0, 200)}…` : path);
