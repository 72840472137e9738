import { say } from "../text/language";

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
  const count =
    total === undefined ? `${done}` : say({ en: `${done} of ${total}`, ko: `${done} / ${total}` });
  const parts = [label === "" ? count : `${label}: ${count}`];
  if (elapsed > 0 && done > 0) {
    const rate = Number((done / elapsed).toPrecision(2));
    parts.push(say({ en: `${rate} a second`, ko: `초당 ${rate}` }));
    if (total !== undefined && done < total) {
      const left = duration((elapsed / done) * (total - done));
      parts.push(say({ en: `${left} left`, ko: `${left} 남음` }));
    }
  }
  return parts.join(", ");
}

/** "8 s", "2 min 05 s", "1 h 02 min". */
function duration(seconds: number): string {
  const s = Math.ceil(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const [sec, min, hour] = [
    say({ en: " s", ko: "초" }),
    say({ en: " min", ko: "분" }),
    say({ en: " h", ko: "시간" }),
  ];
  if (s < 60) return `${s}${sec}`;
  if (s < 3600) return `${Math.floor(s / 60)}${min} ${two(s % 60)}${sec}`;
  return `${Math.floor(s / 3600)}${hour} ${two(Math.floor(s / 60) % 60)}${min}`;
}
