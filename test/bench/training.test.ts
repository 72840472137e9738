import { readFileSync } from "node:fs";
import { expect } from "chai";
import { needs } from "../support/needs";
import { kernelsFor } from "./training/blas-kernels";
import { lossDifference, stepsPerSecond } from "./training/figures";
import { inProcess } from "./training/in-process";
import { numjs } from "./training/numjs";
import { numpy, tryOut } from "./training/numpy";
import { ours } from "./training/ours";
import { makeProblem } from "./training/problem";
import { productTable, stepTable } from "./training/table";
import { type Findings, judgeAims, judgeMusts } from "./training/verdict";

const figures = (steps: number, losses = [2.3, 2.2]) => ({
  steps,
  losses,
  products: { "256³": steps / 50 },
});

const rejected = async (promise: unknown, message: string) => {
  const error = await Promise.resolve(promise).then(
    () => undefined,
    (reason: Error) => reason,
  );
  expect(error?.message).to.equal(message);
};

const findings = (float32: number, more: [string, ReturnType<typeof figures>][]): Findings => ({
  contenders: new Map([
    ["ours float32", figures(float32)],
    ["ours float64", figures(1200)],
    ...more,
  ]),
  peak: { float32: 56, float64: 28 },
  smallProduct: { ours: 600, numjs: 2600 },
  importing: 140,
});

describe("NumPy of the training benchmark", () => {
  const AVX2 = "pni ssse3 fma sse4_1 sse4_2 avx avx2";
  const AVX512 = `${AVX2} avx512f avx512dq avx512cd avx512bw avx512vl`;

  it("tries the kernels that the processor has the instructions for", () => {
    const x86 = (flags: string) => kernelsFor(`model name\t: Any\nflags\t\t: fpu ${flags}\n\n`);
    const old = ["Zen", "Haswell", "Sandybridge", "Nehalem", "Core2", "Prescott"];
    expect(x86(AVX2)).to.deep.equal(old);
    expect(x86(AVX512)).to.deep.equal(["SkylakeX", ...old]);
    expect(x86(`${AVX512} avx512_bf16`).slice(0, 2)).to.deep.equal([
      "SapphireRapids",
      "Cooperlake",
    ]);
    expect(x86("pni")).to.deep.equal(["Prescott"]);
    const arm = (features: string) => kernelsFor(`Features\t: fp ${features}\n`);
    expect(arm("asimd")).to.deep.equal(["NEOVERSEN1", "CORTEXA57", "ARMV8"]);
    expect(arm("asimd sve")[0]).to.equal("NEOVERSEV1");
    expect(kernelsFor("")).to.deep.equal([]);
  });

  it("leaves out a kernel that dies, and one that computes something else", async () => {
    const closed: string[] = [];
    const candidate = (kernel: string, steps: (count: number) => number[]) => ({
      kernel,
      seconds: [] as number[],
      contender: {
        name: "NumPy float64",
        steps: async (count: number) => ({ losses: steps(count), seconds: [0.001] }),
        close: () => closed.push(kernel),
      },
    });
    const dying = candidate("SkylakeX", () => {
      throw new Error("its process has ended");
    });
    const wrong = candidate("Cooperlake", () => [2.3, 2.3]);
    const good = candidate("Haswell", () => [2.3, 2.2]);
    const { sound, leftOut } = await tryOut([dying, wrong, good], [2.3, 2.2]);
    expect(sound).to.deep.equal([good]);
    expect(good.seconds).to.have.length.of.at.least(3);
    expect(leftOut).to.deep.equal([
      "SkylakeX dies on this processor",
      "Cooperlake computes losses that differ by 5e-2",
    ]);
    expect(closed).to.deep.equal(["SkylakeX", "Cooperlake"]);
  });

  it("survives a process that dies while it is asked", async () => {
    const command = ["sh", "-c", 'echo "{}"; read line; kill -ILL $$', "sh"];
    const program = { name: "dying", command, kind: "float64" };
    const { contender } = await inProcess(program, makeProblem());
    await rejected(contender.steps(3), "dying: expected an answer, but its process has ended");
    await rejected(contender.steps(3), "dying: expected an answer, but its process has ended");
    contender.close?.();
  });

  it("runs on the fastest kernel, whatever the environment sets, and names the one it would take", async function () {
    needs(this, "numpy");
    this.timeout(120_000);
    const problem = makeProblem();
    const expected = (await ours(problem, "float64").steps(5)).losses;
    const before = process.env.OPENBLAS_CORETYPE;
    process.env.OPENBLAS_CORETYPE = "Prescott";
    try {
      const one = await numpy(problem, "float64", expected);
      if (typeof one === "string") {
        expect(one).to.match(/its BLAS is not OpenBLAS/);
        return;
      }
      const { losses } = await one.contender.steps(5);
      one.contender.close?.();
      expect(lossDifference(losses, expected)).to.be.at.most(1e-6);
      expect(one.says).to.match(
        /^NumPy float64 runs OpenBLAS's kernel \w+; by itself it would take \w+\./,
      );
      const fast = kernelsFor(readFileSync("/proc/cpuinfo", "utf8")).length > 2;
      if (fast) expect(one.says).to.not.match(/runs OpenBLAS's kernel Prescott/);
    } finally {
      if (before === undefined) delete process.env.OPENBLAS_CORETYPE;
      else process.env.OPENBLAS_CORETYPE = before;
    }
  });
});

describe("the figures of the training benchmark", () => {
  it("are taken from the fastest tenth of the steps", () => {
    const seconds = Array.from({ length: 100 }, (_, i) => (i + 1) / 1000);
    expect(stepsPerSecond(seconds)).to.be.closeTo(1000 / 5.5, 1e-9);
    expect(stepsPerSecond([0.5])).to.equal(2);
  });

  it("compare losses relative to themselves, and do not miss a NaN or a missing step", () => {
    expect(lossDifference([2, 1], [2, 1])).to.equal(0);
    expect(lossDifference([2, 1.1], [2, 1])).to.be.closeTo(0.1, 1e-12);
    expect(lossDifference([2, Number.NaN], [2, 1])).to.be.NaN;
    expect(lossDifference([2], [2, 1])).to.be.NaN;
  });

  it("meet what must be, or miss it, or skip who is not there", () => {
    const numpyAndNumjs = (
      numpy: number,
      numjs: number,
    ): [string, ReturnType<typeof figures>][] => [
      ["numjs float64", figures(numjs)],
      ["NumPy float64", figures(numpy)],
    ];
    const musts = (all: Findings) => judgeMusts(all).map(({ met }) => met);
    expect(musts(findings(2200, numpyAndNumjs(1500, 50)))).to.deep.equal([true, true, true]);
    expect(musts(findings(1400, numpyAndNumjs(1500, 50)))).to.deep.equal([true, false, false]);
    expect(musts(findings(2200, []))).to.deep.equal([true, undefined, undefined]);
    const wrong = findings(2200, [["numjs float64", figures(50, [2.3, 2.4])]]);
    expect(musts(wrong)).to.deep.equal([false, undefined, true]);
    const lost = findings(2200, [["numjs float64", figures(50, [2.3, Number.NaN])]]);
    expect(musts(lost)[0]).to.equal(false);
    const aims = judgeAims(findings(2400, numpyAndNumjs(1500, 50))).map(({ met }) => met);
    expect(aims).to.deep.equal([true, true, true, true, true, true, true]);
  });

  it("stand in tables with ratios and parts of the peak", () => {
    const all = findings(2000, [["NumPy float64", figures(1000)]]);
    expect(stepTable(all)).to.match(/ours float32 +2000 +2\.00 × +2\.200000 +0e\+0/);
    expect(productTable(all)).to.match(/256³ +40\.0 \(71 %\) +24\.0 \(86 %\) +20\.0/);
  });

  it("are of nets that compute the same", async () => {
    const problem = makeProblem();
    const expected = (await ours(problem, "float64").steps(3)).losses;
    for (const type of ["float64", "float32"] as const) {
      for (const contender of [ours(problem, type), numjs(problem, type)]) {
        const { losses } = await contender.steps(3);
        expect(lossDifference(losses, expected)).to.be.at.most(1e-6);
      }
    }
  });
});
