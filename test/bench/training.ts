import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { allowRelaxedSimd } from "../../kernel-setup/kernel/node/relaxed-simd";
import { dot } from "../../src/arrays/dot";
import { NdArray, nj } from "../../src/arrays/nj";
import { engine } from "../../src/arrays/wasm/engine";
import { inProject } from "../support/project";
import { median } from "./kernel/median";
import { readRounds } from "./read-rounds";
import type { Contender, ProductSize } from "./training/contender";
import { type Figures, stepsPerSecond } from "./training/figures";
import { numjs } from "./training/numjs";
import { numpy } from "./training/numpy";
import { ours } from "./training/ours";
import { measurePeak } from "./training/peak";
import { makeProblem } from "./training/problem";
import { productTable, stepTable } from "./training/table";
import { tensorflow } from "./training/tensorflow";
import { type Findings, judgeAims, judgeMusts, type Verdict } from "./training/verdict";

/** Losses are compared over the first steps: later, rounding has grown. */
const COMPARED = 20;
/** How long a contender runs before the next one does, in seconds. */
const TURN = 0.1;

const PRODUCTS: ProductSize[] = [
  { name: "100×784 · 784×50", rows: 100, inner: 784, columns: 50 },
  { name: "(100×784)ᵀ · 100×50", rows: 784, inner: 100, columns: 50, transposeA: true },
  { name: "100×50 · (784×50)ᵀ", rows: 100, inner: 50, columns: 784, transposeB: true },
  { name: "256³", rows: 256, inner: 256, columns: 256 },
  { name: "1024³", rows: 1024, inner: 1024, columns: 1024 },
];

/** Fills the list with those that are here, one by one: who has started is to be closed, come what may. */
async function findContenders(found: Contender[], all: boolean): Promise<string[]> {
  const problem = makeProblem();
  const types = ["float32", "float64"] as const;
  const expected = (await ours(problem, "float64").steps(COMPARED)).losses;
  const said: string[] = [];
  found.push(...types.map((type) => ours(problem, type)));
  found.push(...types.map((type) => numjs(problem, type)));
  for (const type of types) {
    console.log(`NumPy ${type}: trying OpenBLAS's kernels …`);
    const one = await numpy(problem, type, expected);
    said.push(typeof one === "string" ? one : one.says);
    if (typeof one !== "string") found.push(one.contender);
  }
  if (all) for (const kind of ["cpu", "wasm"] as const) found.push(await tensorflow(problem, kind));
  return [...new Set(said)];
}

/** Lets all take steps in turns, so that a busy moment hits all, and then measures their products. */
async function measure(contenders: Contender[], rounds: number): Promise<Map<string, Figures>> {
  const seconds = new Map<Contender, number[]>();
  const figures = new Map<string, Figures>();
  for (const contender of contenders) {
    const { losses } = await contender.steps(COMPARED);
    figures.set(contender.name, { steps: 0, losses, products: {} });
    seconds.set(contender, (await contender.steps(COMPARED)).seconds);
  }
  for (let round = 1; round <= rounds; round++) {
    console.log(`round ${round} of ${rounds} …`);
    for (const [contender, known] of seconds) {
      const count = Math.max(3, Math.round(TURN * stepsPerSecond(known)));
      known.push(...(await contender.steps(count)).seconds);
    }
  }
  for (const [{ name }, all] of seconds) {
    const known = figures.get(name);
    if (known) known.steps = stepsPerSecond(all);
  }
  for (const size of PRODUCTS) {
    console.log(`product ${size.name} …`);
    for (const { name, product } of contenders) {
      const gflops = await product?.(size);
      const known = figures.get(name);
      if (known && gflops !== undefined) known.products[size.name] = gflops;
    }
  }
  return figures;
}

/** Nanoseconds of 2×3 · 3×2, ours and numjs's. */
function measureSmallProduct(): Findings["smallProduct"] {
  const a = new NdArray(new Float64Array([1, 2, 3, 4, 5, 6]), [2, 3]);
  const b = new NdArray(new Float64Array([1, 2, 3, 4, 5, 6]), [3, 2]);
  const fastest = { ours: Infinity, numjs: Infinity };
  const runs = { ours: () => dot(a, b), numjs: () => nj.dot(a, b) };
  for (let round = 0; round < 50; round++) {
    for (const name of ["ours", "numjs"] as const) {
      const start = performance.now();
      for (let i = 0; i < 1000; i++) runs[name]();
      fastest[name] = Math.min(fastest[name], (performance.now() - start) * 1000);
    }
  }
  return fastest;
}

/** Milliseconds that a new process needs to load the library. */
function measureImporting(): number {
  const library = JSON.stringify(inProject("dist", "src", "index.js"));
  const code = `const t = performance.now(); require(${library}); console.log(performance.now() - t)`;
  const times = Array.from({ length: 15 }, () =>
    Number(spawnSync(process.execPath, ["-e", code], { encoding: "utf8" }).stdout),
  );
  return median(times.toSorted((a, b) => a - b).slice(0, 5));
}

const list = (verdicts: Verdict[], no: string) =>
  verdicts
    .map(({ says, met }) => `  ${met === undefined ? "- skipped" : met ? "✓ met " : no}  ${says}`)
    .join("\n");

/** One training step of the book's net, 784-50-10 with a batch of 100, by the library and by others. */
export async function main(args: string[]): Promise<number> {
  const options = {
    rounds: { type: "string", default: "20" },
    all: { type: "boolean", default: false },
  } as const;
  const { values } = parseArgs({ args, options });
  const rounds = readRounds(values.rounds);
  if (rounds === undefined) return 2;
  allowRelaxedSimd(); // as the kernel does, before the first product
  const contenders: Contender[] = [];
  let figures: Map<string, Figures>;
  let aboutNumpy: string[];
  try {
    aboutNumpy = await findContenders(contenders, values.all);
    figures = await measure(contenders, rounds);
  } finally {
    for (const contender of contenders) contender.close?.();
  }
  const findings: Findings = {
    contenders: figures,
    peak: { float32: measurePeak("float32"), float64: measurePeak("float64") },
    smallProduct: measureSmallProduct(),
    importing: measureImporting(),
  };
  const { peak, smallProduct, importing } = findings;
  const musts = judgeMusts(findings);
  console.log(
    [
      `\nOne step of training 784-50-10, batch 100; engine: ${engine()?.name ?? "javascript"}.\n`,
      stepTable(findings),
      `\n${aboutNumpy.join("\n")}`,
      `\nPeak of SIMD128 on one core: ${peak.float32.toFixed(1)} GFLOP/s in float32, ${peak.float64.toFixed(1)} in float64; % of it for ours.\n`,
      productTable(findings),
      `\n2×3 · 3×2: ours ${smallProduct.ours.toFixed(0)} ns, numjs ${smallProduct.numjs.toFixed(0)} ns. Importing the library: ${importing.toFixed(0)} ms.`,
      `\nOurs must:\n${list(musts, "✗ missed")}`,
      `\nOurs aims at:\n${list(judgeAims(findings), "✗ not yet")}`,
    ].join("\n"),
  );
  return musts.some(({ met }) => met === false) ? 1 : 0;
}
