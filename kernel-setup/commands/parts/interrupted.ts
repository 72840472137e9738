import { isAlive } from "../../jupyter/is-alive";
/** What ends a command: Ctrl-C, a request, the end of its terminal, and Ctrl-Break, which only Windows has. */
export const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"] as const;

/** Read when the command is loaded: npm may be gone a moment later. */
const PARENT = process.ppid;

/** Time between looks at npm, in milliseconds. */
const LOOK_MS = 500;

/**
 * A signal for Ctrl-C, for the end of the terminal, and for the end of the npm that runs the command.
 * Ctrl-C may come twice: npm passes it on. SIGTERM it may keep to itself, and leave without telling.
 *
 * @param script The command's name in package.json; one that npm has not started outlives whoever did.
 */
export function interrupted(script: string): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const name of ENDINGS) process.on(name, abort);
  const stopWatching = watchNpm(script, abort);
  const release = () => {
    for (const name of ENDINGS) process.off(name, abort);
    stopWatching();
  };
  return { signal: controller.signal, release };
}

/**
 * Calls `onEnd` once when the npm, or npm's shell, that runs this very command is gone.
 *
 * @returns What ends the watch.
 */
export function watchNpm(script: string, onEnd: () => void): () => void {
  if (process.env.npm_lifecycle_event !== script) return () => {};
  const timer = setInterval(() => {
    // On Unix an orphan gets another parent; Windows keeps the number.
    if (process.ppid === PARENT && isAlive(PARENT)) return;
    clearInterval(timer);
    onEnd();
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
