import { KernelError } from "../../jupyter/client/kernel-error";
import { systemWords } from "../../jupyter/notebook-files/system-words";
import { ApiError, type Status } from "./api-error";
import { WorkRefused } from "./work/refused";

/** The answer to a request that failed. */
export interface Refusal {
  status: Status;
  /** `reason` is for programs: the conflict's, or the error's name; `words` are the sentence in every language. */
  body: { message: string; reason: string; words?: WorkRefused["words"] };
  headers: Record<string, string>;
}

/** When to ask again, in seconds, where that may help. */
const RETRY_AFTER = "2";

const STATUS: Record<string, Status> = {
  EACCES: 403,
  EPERM: 403,
  EROFS: 403,
  ENOENT: 404,
  ENOTDIR: 404,
  EISDIR: 400,
  EFTYPE: 400,
  EINVAL: 400,
  EILSEQ: 400,
  ELOOP: 400,
  EXDEV: 400,
  ENAMETOOLONG: 400,
  EEXIST: 409,
  ENOTEMPTY: 409,
  EFBIG: 413,
  ERR_FS_FILE_TOO_LARGE: 413,
  EMFILE: 503,
  ENFILE: 503,
  ENOMEM: 503,
  EBUSY: 503,
  ETXTBSY: 503,
  EAGAIN: 503,
  ENOSPC: 507,
  EDQUOT: 507,
};

/**
 * The answer to whatever went wrong: its sentence, where Jupyter's front ends look for it. What a system
 * may always say no to gets words of ours: its own name the folders of this machine. Only an error
 * that nobody has foreseen is told to the terminal, with its stack.
 *
 * @param what What could not be done, as the beginning of a sentence.
 */
export function refusalOf(error: Error, what = "This could not be done"): Refusal {
  const refusal = (status: Status, message: string, reason: string = error.name): Refusal => ({
    status,
    body: { message, reason },
    headers: status === 503 ? { "Retry-After": RETRY_AFTER } : {},
  });
  if (error instanceof ApiError) return refusal(error.status, error.message, error.reason);
  if (error instanceof WorkRefused) {
    const { status, body, headers } = refusal(400, error.message);
    return { status, body: { ...body, words: error.words }, headers };
  }
  if (error instanceof KernelError) return refusal(500, error.message);
  const words = systemWords(error);
  if (words !== undefined) {
    const code = String((error as { code?: unknown }).code);
    return refusal(STATUS[code] ?? 500, `${what}: ${words}.`, code);
  }
  console.error(error);
  return refusal(500, `${what}: the server failed, and the terminal that it runs in says how.`);
}
