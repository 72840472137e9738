import { type Figures, LINES, MANY_LINES } from "./measure";

/** A sentence about our kernel, and whether it is true. */
export interface Verdict {
  says: string;
  met: boolean;
}

/** The rows that our kernel must not be slower in than a stock tslab of the same run. */
const TIMES = {
  kernelInfo: "kernel_info",
  ready: "ready",
  trivial: "a trivial cell",
  class: "a class of 60 lines",
  import: "importing the library",
} as const satisfies Partial<Record<keyof Figures, string>>;

const MOST_MEMORY = 200;

/** Whether there is a figure, and it is not above the most. */
const within = (figure: number | undefined, most: number) => figure !== undefined && figure <= most;

/** What our kernel must reach. Where a stock tslab has no figure, it is enough to have one. */
export function judgeMusts(ours: Figures, stock: Figures): Verdict[] {
  const times = Object.entries(TIMES).map(([name, words]) => {
    const key = name as keyof typeof TIMES;
    return {
      says: `${words} is not slower than with a stock tslab`,
      met: within(ours[key], stock[key] ?? Number.POSITIVE_INFINITY),
    };
  });
  const all =
    ours.printed === LINES &&
    (ours.printMillion === undefined || ours.printedMillion === MANY_LINES);
  return [
    ...times,
    { says: "every printed line arrives", met: all },
    {
      says: `at most ${MOST_MEMORY} MB after the start`,
      met: within(ours.memoryAtStart, MOST_MEMORY),
    },
  ];
}

/** What our kernel aims at. */
export function judgeAims(ours: Figures): Verdict[] {
  return [
    { says: "ready within 800 ms", met: within(ours.ready, 800) },
    { says: "a trivial cell within 8 ms", met: within(ours.trivial, 8) },
    { says: "a class of 60 lines within 30 ms", met: within(ours.class, 30) },
    { says: "diagnostics of 60 lines within 100 ms", met: within(ours.diagnostics, 100) },
    { says: "at most 150 MB after the start", met: within(ours.memoryAtStart, 150) },
  ];
}
