import type { Words } from "./languages";
import { words } from "./texts";

/** An error of the file system. */
type SystemError = Error & { code?: string };

/** Why a file cannot be read, by the system's code. */
const READING: Troubles = {
  ENOENT: () => words("got.noFile"),
  EISDIR: () => words("got.folder"),
  EACCES: () => words("got.lockedFile"),
  EPERM: () => words("got.lockedFile"),
};

/** Why a file cannot be written; what is missing is its folder. */
const WRITING: Troubles = {
  ENOENT: () => words("got.noFolder"),
  ENOTDIR: () => words("got.noFolder"),
  EISDIR: () => words("got.folder"),
  EACCES: () => words("got.lockedPlace"),
  EPERM: () => words("got.lockedPlace"),
  EROFS: () => words("got.lockedPlace"),
};

type Troubles = Record<string, () => Words>;

/**
 * What stood in the place of a file that could not be read.
 *
 * @example
 * const error = Object.assign(new Error("ENOENT: no such file or directory"), { code: "ENOENT" });
 * fileTrouble(error); // { en: 'no such file', ko: '없는 파일' }
 */
export const fileTrouble = (error: SystemError): Words => trouble(READING, error);

/** What stood in the place of a file that could not be written. */
export const writingTrouble = (error: SystemError): Words => trouble(WRITING, error);

/** The system's own words, where there are no others, end with a call and a path: those it was given inside. */
function trouble(known: Troubles, { code = "", message }: SystemError): Words {
  if (Object.hasOwn(known, code)) return known[code]();
  return words("got.systemError", { message: message.replace(/, \w+(?: '.*)?$/s, "") });
}
