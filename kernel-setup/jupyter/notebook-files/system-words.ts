const TOO_MANY_OPEN =
  "too many files are open at once: kernels that are no longer needed can be shut down";
const PROTECTED = "it is protected, or the folder it lies in";
const BUSY = "another program holds it at the moment";
const TOO_LARGE = "it is larger than a file may be here";
const NO_SUCH_WORK = "its file system cannot do that";

/** What the codes of system errors mean for whoever has asked for a file. */
const WORDS: Record<string, string> = {
  EACCES: PROTECTED,
  EPERM: PROTECTED,
  EROFS: "its disk can only be read",
  ENOSPC: "the disk is full",
  EDQUOT: "this user's part of the disk is full",
  EFBIG: TOO_LARGE,
  ERR_FS_FILE_TOO_LARGE: TOO_LARGE,
  EMFILE: TOO_MANY_OPEN,
  ENFILE: TOO_MANY_OPEN,
  ENOMEM: "the machine's memory is used up",
  ENAMETOOLONG:
    "its name is longer than the file system takes: most take 255 bytes, of which a Korean letter needs 3",
  ELOOP: "links lead in a circle there",
  ENOENT: "it is not there, or the folder it would lie in is not",
  ENOTDIR: "a file stands where a folder was expected",
  EISDIR: "a folder stands where a file was expected",
  EFTYPE: "it is no file, but a folder, a pipe or a device",
  EEXIST: "its name is taken",
  ENOTEMPTY: "there are files in it",
  EINVAL: "its name is one that the file system does not take",
  EILSEQ: "its name is one that the file system does not take",
  EBUSY: BUSY,
  ETXTBSY: BUSY,
  EAGAIN: BUSY,
  EXDEV: "its new place is on another disk",
  EMLINK: "the folder holds as much as it can",
  EIO: "the disk reports a fault",
  ESTALE: "the folder has been taken away on its network",
  ETIMEDOUT: "its disk does not answer",
  ENXIO: NO_SUCH_WORK,
  ENODEV: NO_SUCH_WORK,
  ENOSYS: NO_SUCH_WORK,
  ENOTSUP: NO_SUCH_WORK,
  EOPNOTSUPP: NO_SUCH_WORK,
};

/**
 * What the system says in an error, as the end of a sentence: without the folders of this machine that
 * the error's own message names. Nothing for an error that is not the system's.
 *
 * @example
 * systemWords(Object.assign(new Error(), { code: "ENOSPC" })); // "the disk is full"
 */
export function systemWords(error: unknown): string | undefined {
  const { code, syscall } = (error ?? {}) as { code?: unknown; syscall?: unknown };
  if (typeof code !== "string") return undefined;
  if (Object.hasOwn(WORDS, code)) return WORDS[code];
  return syscall === undefined ? undefined : `the system refuses it (${code})`;
}
