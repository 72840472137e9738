/** Time between looks at the parent, in milliseconds. */
const LOOK_MILLISECONDS = 1000;

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
 * Calls `onDeath` once when the process that started the kernel is gone. On Unix an orphan gets
 * another parent; Windows keeps the number, so the process itself is looked for.
 */
export function watchParent(onDeath: () => void): void {
  const parent = process.ppid;
  // Started by init itself: there is nobody to outlive.
  if (parent <= 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(parent)) return;
    clearInterval(timer);
    onDeath();
  }, LOOK_MILLISECONDS);
  timer.unref();
}
