/** The edition of the form that is written. */
const VERSION = 1;

/** What a scorecard says, wherever it is kept or comes from. */
export interface Scorecard {
  /** The ids of the exercises that have passed. */
  passed: Set<string>;
  /** What else stands in it, of which this edition knows nothing: it is kept. */
  rest: Record<string, unknown>;
}

/** What there is before anything has passed. */
export const emptyScorecard = (): Scorecard => ({ passed: new Set(), rest: {} });

/**
 * Reads a scorecard of this edition or an earlier one.
 *
 * @param value What its JSON text stands for.
 * @returns nothing when it is damaged, or of a later edition
 */
export function asScorecard(value: unknown): Scorecard | undefined {
  if (!isObject(value)) return undefined;
  const { version, passed, ...rest } = value;
  if (version !== VERSION || !isObject(passed)) return undefined;
  const entries = Object.entries(passed);
  if (!entries.every(([id, isPassed]) => /^\d\d-\d+$/.test(id) && isPassed === true))
    return undefined;
  return { passed: new Set(entries.map(([id]) => id)), rest };
}

/** Whether it says to be of an edition that is later than this one. */
export const isLaterScorecard = (value: unknown): boolean =>
  isObject(value) && typeof value.version === "number" && value.version > VERSION;

/** A scorecard as it is kept: `{ "version": 1, "passed": { "05-2": true } }`. */
export function scorecardContent({ passed, rest }: Scorecard): Record<string, unknown> {
  const ids = [...passed].sort();
  return { version: VERSION, passed: Object.fromEntries(ids.map((id) => [id, true])), ...rest };
}

/** The text of the file that keeps a scorecard. */
export const scorecardText = (scorecard: Scorecard): string =>
  `${JSON.stringify(scorecardContent(scorecard), null, 2)}\n`;

/** Reads the text of such a file. @returns nothing when it is damaged, or of a later edition */
export function parseScorecard(text: string): Scorecard | undefined {
  try {
    return asScorecard(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Two scorecards in one: what has passed in either has passed, and the first one's own things count. */
export const unitedScorecard = (first: Scorecard, second: Scorecard): Scorecard => ({
  passed: new Set([...first.passed, ...second.passed]),
  rest: { ...second.rest, ...first.rest },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
