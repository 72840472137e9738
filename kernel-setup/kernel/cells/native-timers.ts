/** Node's own timers, kept before cells get theirs: the kernel's work belongs to no cell. */
export const nativeSetImmediate = setImmediate;
export const nativeSetTimeout = setTimeout;

/** Resolves once everything that is due now has run. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    nativeSetImmediate(resolve);
  });
}
