/** The kernel ended, did not start, or broke the protocol. */
export class KernelError extends Error {
  override name = "KernelError";
}
