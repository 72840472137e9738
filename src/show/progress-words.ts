import { say, type Words } from "../text/language";
import { words } from "../text/texts";

/** How far a loop is; `elapsed` seconds are left out of the last state, which is what is kept. */
export interface ProgressState {
  label: string;
  done: number;
  total?: number;
  elapsed?: number;
}

/**
 * Says how far a loop is: the count, and while it runs its rate and the time left.
 *
 * @example
 * progressWords({ label: "epoch", done: 3, total: 10 }); // "epoch: 3 of 10"
 * progressWords({ label: "epoch", done: 3, total: 10, elapsed: 6 }); // "epoch: 3 of 10, 0.5 a second, 14 s left"
 */
export function progressWords({ label, done, total, elapsed = 0 }: ProgressState): string {
  const count = total === undefined ? `${done}` : say(words("progress.count", { done, total }));
  const parts = [label === "" ? count : `${label}: ${count}`];
  if (elapsed > 0 && done > 0) {
    const rate = Number((done / elapsed).toPrecision(2));
    parts.push(say(words("progress.rate", { rate })));
    if (total !== undefined && done < total) {
      const time = duration((elapsed / done) * (total - done));
      parts.push(say(words("progress.left", { time })));
    }
  }
  return parts.join(", ");
}

/** "8 s", "2 min 05 s", "1 h 02 min". */
function duration(seconds: number): Words {
  const s = Math.ceil(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  if (s < 60) return words("progress.seconds", { s });
  const min = Math.floor(s / 60);
  if (s < 3600) return words("progress.minutes", { min, s: two(s % 60) });
  return words("progress.hours", { h: Math.floor(min / 60), min: two(min % 60) });
}
