const NUMBER = /[-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?/gi;

/** A name that a chart gets from its content: twelve digits of a checksum, in quotes. */
const CHECKSUM = /"[0-9a-f]{12}"/g;

const toNumber = (text: string) => Number(text.replace("−", "-"));

/**
 * Compares two texts number by number; what stands between the numbers has to be equal, but for names
 * that are made from the numbers.
 *
 * @param saved The text that is kept.
 * @param got The text of this run.
 * @param tolerance How far a number may be from the saved one, times max(1, |saved|); with 0 the texts
 *   have to be equal.
 */
export function approximatelyEqual(saved: string, got: string, tolerance: number): boolean {
  if (saved === got) return true;
  if (tolerance === 0) return false;
  const [before, now] = [saved, got].map((text) => text.replace(CHECKSUM, '"checksum"'));
  if (before.replace(NUMBER, "#") !== now.replace(NUMBER, "#")) return false;
  const expected = (before.match(NUMBER) ?? []).map(toNumber);
  const came = (now.match(NUMBER) ?? []).map(toNumber);
  return (
    expected.length === came.length &&
    expected.every(
      (number, i) => Math.abs(number - came[i]) <= tolerance * Math.max(1, Math.abs(number)),
    )
  );
}
