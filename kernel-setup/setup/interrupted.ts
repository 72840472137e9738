/** A signal for Ctrl-C and for the end of the terminal. Ctrl-C may come twice: npm passes it on. */
export function interrupted(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) process.on(name, abort);
  const release = () => {
    for (const name of names) process.off(name, abort);
  };
  return { signal: controller.signal, release };
}
