import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatNotebook, type Notebook } from "../../kernel-setup/jupyter/notebook-files/notebook";
import { inProject } from "../support/project";
import type { Drawn } from "./charts/draw-ten";
import { median } from "./kernel/median";
import { readRounds } from "./read-rounds";

const MB = 1e6;
/** What ten charts may cost. */
const LIMITS = { notebook: 0.5, first: 1, further: 0.15 };

/** A notebook whose cells show these bundles, as it would lie on the disk. */
function notebookSize(bundles: Drawn["bundles"]): number {
  const cells = bundles.map((data, i): Notebook["cells"][number] => ({
    cell_type: "code",
    id: `chart-${i}`,
    metadata: {},
    source: "show(figure);",
    outputs: [{ output_type: "display_data", data: data as never, metadata: {} }],
    execution_count: i + 1,
  }));
  return Buffer.byteLength(formatNotebook({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
}

/** Draws ten charts in a fresh process each round, and holds the medians against what they may cost. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: "5" } } });
  const rounds = readRounds(values.rounds);
  if (rounds === undefined) return 2;
  const script = join(__dirname, "charts", "draw-ten.js");
  const drawn = Array.from({ length: rounds }, (_, round): Drawn => {
    console.log(`round ${round + 1} of ${rounds} …`);
    const text = execFileSync(process.execPath, [script], { encoding: "utf8", maxBuffer: 1e9 });
    return JSON.parse(text);
  });
  const [{ bundles }] = drawn;
  const figures = {
    notebook: notebookSize(bundles) / MB,
    first: median(drawn.map(({ seconds }) => seconds[0])),
    further: median(drawn.flatMap(({ seconds }) => seconds.slice(1))),
  };
  const plotly = statSync(inProject(".jupyter/kernels/tslab/plotly.min.js")).size / MB;
  const rows: [keyof typeof LIMITS, string, string][] = [
    ["notebook", `notebook of ${bundles.length} charts`, "MB"],
    ["first", "first still picture", "s"],
    ["further", "each further one", "s"],
  ];
  console.log(
    `\nMedians of ${rounds === 1 ? "1 round" : `${rounds} rounds`}; × is the part of what it may cost.\n`,
  );
  for (const [key, name, unit] of rows) {
    const [value, limit] = [figures[key], LIMITS[key]];
    const sign = value <= limit ? "✓" : "✗";
    console.log(
      `${sign} ${name.padEnd(22)} ${value.toFixed(3)} ${unit.padEnd(2)}  ${(value / limit).toFixed(2)}×  of ${limit} ${unit}`,
    );
  }
  const embedded = figures.notebook + plotly * bundles.length;
  console.log(
    `\nWith plotly.js (${plotly.toFixed(1)} MB) in every chart the notebook would have ${embedded.toFixed(1)} MB, ${(embedded / figures.notebook).toFixed(0)} times as much.`,
  );
  return rows.every(([key]) => figures[key] <= LIMITS[key]) ? 0 : 1;
}
