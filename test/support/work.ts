/** Keeps the processor busy, as a loop of training does. */
export function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}
