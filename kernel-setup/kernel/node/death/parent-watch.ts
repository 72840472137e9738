import { isAlive } from "../../../jupyter/is-alive";

/** Time between looks at the parents, in milliseconds. */
const LOOK_MILLISECONDS = 500;

/** The processes that the kernel must not outlive, as they were when it was started: some may be gone by now. */
export interface Parents {
  own: number;
  /** The parent of the shell that watches the kernel; 0 without one. */
  ofShell: number;
}

/**
 * The one that Jupyter names. It may come from the environment of a Jupyter long gone. On Windows it is
 * a handle and no process id.
 */
function jupyter(): number[] {
  const pid = process.platform === "win32" ? 0 : Number(process.env.JPY_PARENT_PID);
  return pid > 1 && isAlive(pid) ? [pid] : [];
}

/**
 * The group of processes that the shell which watches the kernel leads: what cells start is in it. 0 where
 * the shell, or Windows, has none.
 */
export function groupOf({ own, ofShell }: Parents): number {
  if (ofShell === 0 || own <= 1 || process.platform === "win32") return 0;
  return isAlive(-own) ? own : 0;
}

/**
 * Calls `onDeath` once when a process that started the kernel is gone. On Unix an orphan gets
 * another parent; Windows keeps the number, so the process itself is looked for.
 */
export function watchParent({ own, ofShell }: Parents, onDeath: () => void): void {
  // What is started by init itself has nobody to outlive.
  const watched = [...[own, ofShell].filter((pid) => pid > 1), ...jupyter()];
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (process.ppid === own && watched.every(isAlive)) return;
    clearInterval(timer);
    onDeath();
  }, LOOK_MILLISECONDS);
  timer.unref();
}
