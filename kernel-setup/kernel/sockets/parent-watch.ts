/** Time between looks at the parents, in milliseconds. */
const LOOK_MILLISECONDS = 500;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, yet there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * The processes that the kernel must not outlive: its parent, the parent of the shell that watches
 * it, and the one that Jupyter names. On Windows, Jupyter's is a handle and no process id.
 */
function parents(): number[] {
  const { KERNEL_PARENT_PID, JPY_PARENT_PID } = process.env;
  const named = process.platform === "win32" ? [] : [KERNEL_PARENT_PID, JPY_PARENT_PID];
  // What is started by init itself has nobody to outlive.
  const pids = [process.ppid, ...named.map(Number)].filter((pid) => pid > 1);
  return pids.filter(isAlive);
}

/**
 * Calls `onDeath` once when a process that started the kernel is gone. On Unix an orphan gets
 * another parent; Windows keeps the number, so the process itself is looked for.
 */
export function watchParent(onDeath: () => void): void {
  const parent = process.ppid;
  const watched = parents();
  if (watched.length === 0) return;
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every(isAlive)) return;
    clearInterval(timer);
    onDeath();
  }, LOOK_MILLISECONDS);
  timer.unref();
}
