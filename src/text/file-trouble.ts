import type { Words } from "./languages";
import { words } from "./texts";

/** Why a file cannot be read, by the system's code. */
const TROUBLES = {
  ENOENT: () => words("got.noFile"),
  EISDIR: () => words("got.folder"),
  EACCES: () => words("got.lockedFile"),
  EPERM: () => words("got.lockedFile"),
};

/**
 * What stood in the place of a file that could not be read: in English as Node itself says it.
 *
 * @example
 * const error = Object.assign(new Error("ENOENT: no such file or directory"), { code: "ENOENT" });
 * fileTrouble(error); // { en: 'ENOENT: no such file or directory', ko: '없는 파일' }
 */
export function fileTrouble(error: Error & { code?: string }): Words {
  const { code, message } = error;
  const known = TROUBLES[code as keyof typeof TROUBLES]?.();
  return { ...(known ?? words("got.systemError", { message })), en: message };
}
