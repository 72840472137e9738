import { constants } from "node:os";

/** An exit code, with the signal that it stands for where a shell has seen the process end. */
export function exitCode(code: number | null): string {
  const signal = Object.entries(constants.signals).find(([, number]) => number + 128 === code);
  return `exit code ${code}${signal ? ` (${signal[0]})` : ""}`;
}

/** Lines of what Node writes when it crashes: they tell learners nothing. */
const CRASH_REPORT =
  /^(?:<---.*--->|-----.*-----|\s*\d+: .*|\[\d+:0x[\da-f]+\].*|FATAL ERROR: .*|\s*)$/i;

/** The last line of our kernel's stderr, where the death was looked into. */
const REASON = /^The (?:kernel|cell) .*\.$/;

/**
 * The end of the sentence that reports a kernel's death.
 *
 * @param stderr What the kernel wrote there last.
 * @param reason What it said itself of its end, before or after it.
 */
export function deathWords(stderr: string, reason?: string): string {
  if (reason !== undefined) return `: ${reason}`;
  const last = stderr.trimEnd().split(/\r?\n/).pop() ?? "";
  if (REASON.test(last)) return `: ${last}`;
  const memory = /JavaScript heap out of memory/.test(stderr) ? ": it ran out of memory" : "";
  const lines = stderr.split(/\r?\n/).filter((line) => !CRASH_REPORT.test(line));
  if (lines.length > 0) return `${memory}. Its last words:\n${lines.join("\n")}`;
  return `${memory}. It wrote nothing to stderr.`;
}
