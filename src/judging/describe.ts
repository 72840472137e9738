import { home } from "../home/here";
import { formatNumber } from "../text/format-number";

const LONGEST = 80;
const OPTIONS = {
  breakLength: Number.POSITIVE_INFINITY,
  compact: true,
  customInspect: false,
  depth: 1,
  maxArrayLength: 6,
  maxStringLength: LONGEST,
};

/**
 * Writes whatever came as one short line. Runs no `toString`, getter or custom inspection of its
 * owner, and never throws.
 *
 * @example
 * describe([7, 14]); // "[ 7, 14 ]"
 */
export function describe(value: unknown): string {
  try {
    const text = home.inspect(value, OPTIONS).replaceAll(/\s*\n\s*/g, " ");
    return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  } catch {
    return `(${typeof value})`;
  }
}

/** Name and message of whatever was thrown: people also throw text, null and objects. */
export function describeError(thrown: unknown): string {
  try {
    if (thrown instanceof Error) return `${String(thrown.name)}: ${String(thrown.message)}`;
  } catch {
    // An error that fails to tell its own name is described like any other value.
  }
  return describe(thrown);
}

/**
 * Two numbers side by side, with as many digits as it takes to tell them apart.
 *
 * @example
 * describePair(7, 35); // ["7", "35"]
 * describePair(7, 7.00000001); // ["7", "7.00000001"]
 */
export function describePair(a: number, b: number): [string, string] {
  const short: [string, string] = [formatNumber(a), formatNumber(b)];
  return short[0] === short[1] ? [String(a), String(b)] : short;
}
