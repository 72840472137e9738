import { parseArgs } from "node:util";
import { findContenders } from "./kernel/contenders";
import { type Figures, measure } from "./kernel/measure";
import { median } from "./kernel/median";
import { makeTable } from "./kernel/table";
import { judgeAims, judgeMusts, type Verdict } from "./kernel/verdict";
import { readRounds } from "./read-rounds";

/** The median of each figure over the rounds that have it. */
function summarize(rounds: Figures[]): Figures {
  const keys = new Set(rounds.flatMap((round) => Object.keys(round) as (keyof Figures)[]));
  const medians = [...keys].map((key) => {
    const values = rounds.map((round) => round[key]).filter((value) => value !== undefined);
    return [key, median(values)];
  });
  return Object.fromEntries(medians) as Figures;
}

const list = (verdicts: Verdict[], no: string) =>
  verdicts.map(({ says, met }) => `  ${met ? "✓ met " : `✗ ${no}`}  ${says}`).join("\n");

/** Measures kernels side by side: one after the other in each round, so that a busy minute hits all. */
export async function main(args: string[]): Promise<number> {
  const options = {
    rounds: { type: "string", default: "5" },
    all: { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const rounds = readRounds(values.rounds);
  if (rounds === undefined) return 2;
  const contenders = await findContenders(values.all);
  const results = new Map(contenders.map(({ name }) => [name, [] as Figures[]]));
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      const say = (line: string) =>
        console.log(`round ${round} of ${rounds}, ${contender.name}: ${line}`);
      say("…");
      // A million lines take a minute somewhere: once is enough.
      const million = values.all && round === 1;
      results.get(contender.name)?.push(await measure(contender, { million, say }));
    }
  }
  const figures = new Map([...results].map(([name, all]) => [name, summarize(all)]));
  const [ours, stock] = [...figures.values()];
  const musts = judgeMusts(ours, stock);
  console.log(
    `\nMedians of ${rounds === 1 ? "1 round" : `${rounds} rounds`}; × is the ratio to stock tslab.\n`,
  );
  console.log(makeTable(figures, "stock tslab"));
  console.log(`\nOurs must:\n${list(musts, "missed")}`);
  console.log(`\nOurs aims at:\n${list(judgeAims(ours), "not yet")}`);
  return musts.every(({ met }) => met) ? 0 : 1;
}
