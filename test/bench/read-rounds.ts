/** How often a benchmark measures: the value of `--rounds`; what is no such number is said, and gives nothing. */
export function readRounds(asked: string): number | undefined {
  const rounds = Number(asked);
  if (Number.isInteger(rounds) && rounds >= 1) return rounds;
  console.error(`--rounds: expected a whole number from 1 on, but got ${asked}.`);
  return undefined;
}
