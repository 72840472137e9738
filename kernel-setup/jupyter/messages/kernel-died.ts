/** The ename of the error that a cell gets when it ends with its kernel. */
export const KERNEL_DIED = "KernelDied";
