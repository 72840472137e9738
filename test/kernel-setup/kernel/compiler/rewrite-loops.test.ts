import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect } from "chai";
import { Engine, type RunScript } from "../../../../kernel-setup/kernel/cells/engine";
import { InterruptedError } from "../../../../kernel-setup/kernel/cells/error-content";
import { useHome } from "../../../../kernel-setup/kernel/cells/home";
import {
  installStackTraces,
  runtimeErrorContent,
} from "../../../../kernel-setup/kernel/cells/runtime-errors";
import { SourceLines } from "../../../../kernel-setup/kernel/cells/source-lines";
import { CellCompiler } from "../../../../kernel-setup/kernel/compiler/compiler";
import { Looks } from "../../../../kernel-setup/kernel/compiler/looks";
import { createSharedMemory } from "../../../../kernel-setup/kernel/node/bridge/shared-memory";
import { nodeHome, signalsIn } from "../../../../kernel-setup/kernel/node/cells-home";
import { nodeCompilerHome } from "../../../../kernel-setup/kernel/node/compiler-home";
import { requireIn, runScript } from "../../../../kernel-setup/kernel/node/scripts";
import { ENDLESS_PROGRAMS, LOOP_PROGRAMS, SINGLE_PROGRAMS } from "./loop-programs";

const ROOT = process.cwd();
const QUIET = {
  now: Date.now,
  isInterrupted: () => false,
  stopped: () => new Error(),
  onLook() {},
  onStop() {},
};

/** A clock that is asked after a few rounds, in turn, and lets all go on. */
class Often extends Looks {
  count = 0;

  override look(): number {
    return (this.count++ % 3) + 1;
  }
}

/** Makes the first look come early, too; what stands where stays. */
const early: RunScript = (code, name) =>
  runScript(
    code.replace(
      /\b((?:rounds?|calls)º+ = )(4096|64)\b/g,
      (_, start, number) => start + "1".padEnd(number.length),
    ),
    name,
  );

type Shared = { __tslab__?: { exports: { variables?: { out?: unknown } } } };
const shared = globalThis as Shared;

interface Told {
  out: string;
  end: string;
}

/** Cells of an engine of their own: what came of one, in words. */
function start(
  looks: Looks | undefined,
  run: RunScript,
  folder = ROOT,
): ((code: string) => Promise<Told>) & { engine: Engine } {
  const home = { ...nodeCompilerHome(), looks };
  const sources = new SourceLines(home.modules.readMap);
  const engine = new Engine({
    compiler: new CellCompiler(home, folder, ROOT),
    signals: signalsIn(createSharedMemory()),
    sources,
    run,
    require: requireIn(folder),
  });
  const tslab = shared.__tslab__;
  let count = 0;
  const tell = async (code: string) => {
    shared.__tslab__ = tslab;
    installStackTraces(sources);
    count++;
    const outcome = await engine.execute(count, count, code);
    if (outcome.kind === "refused") return { out: "refused", end: outcome.errors[0].text };
    const told =
      outcome.kind === "thrown" ? runtimeErrorContent(outcome.thrown, sources) : outcome.value;
    const inWords = (value: unknown) =>
      inspect(value, { depth: 9 }).replaceAll(`[${count}]`, "[n]");
    return { out: inWords(tslab?.exports.variables?.out), end: inWords(told) };
  };
  return Object.assign(tell, { engine });
}

describe("compiled loops that look whether they shall stop", function () {
  this.timeout(300_000);
  const { prepareStackTrace, stackTraceLimit } = Error;
  before(() => useHome(nodeHome));
  after(() => Object.assign(Error, { prepareStackTrace, stackTraceLimit }));

  it("are many, and give something each", () => {
    expect(LOOP_PROGRAMS.size).to.be.above(500);
  });

  for (const [how, looks, run] of [
    ["seldom", () => new Looks(QUIET), runScript],
    ["at each seam", () => new Often(QUIET), early],
  ] as const) {
    it(`do as others do, where they look ${how}`, async () => {
      let [theirs, ours] = [start(undefined, runScript), start(looks(), run)];
      let count = 0;
      for (const [name, code] of LOOP_PROGRAMS) {
        // Chains of cells are checked ever more slowly.
        if (++count % 100 === 0)
          [theirs, ours] = [start(undefined, runScript), start(looks(), run)];
        const program = `const out: unknown[] = [];\n${code}`;
        const [expected, found] = [await theirs(program), await ours(program)];
        expect(expected.out, `${expected.end}\n${code}`).not.to.equal("refused");
        expect(found, `${name}:\n${code}`).to.deep.equal(expected);
      }
    });
  }

  for (const [kind, name, last, cell] of [
    ["ES modules", "es.mts", "export { out };", 'const { out } = await import("./es.mts");'],
    ["CommonJS files", "common.cts", "export = out;", 'import out from "./common.cts"; out'],
  ] as const) {
    it(`are so in ${kind} beside the notebook, too`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "loop-files-"));
      writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
      const programs = Object.values(SINGLE_PROGRAMS).filter(
        // V8 says "of '.catch'" of a pattern in a catch that does not fit, which names nothing anyway.
        (code) => !code.includes("throw null") && (name === "es.mts" || !/\bawait\b/.test(code)),
      );
      const refused: string[] = [];
      /** What comes of all of them; the engine that was made last is the one that loads files. */
      async function tell(looks?: Looks): Promise<string[]> {
        const run = start(looks, runScript, folder);
        const told: string[] = [];
        for (const code of programs) {
          writeFileSync(join(folder, name), `const out: unknown[] = [];\n${code}\n${last}`);
          const { out, end } = await run(cell);
          if (out === "refused") refused.push(`${code}\n${end}`);
          told.push(`${code}\n${out}\n${end}`);
        }
        return told;
      }
      const expected = await tell();
      expect(refused).to.deep.equal([]);
      expect(expected.length).to.be.above(80);
      for (const [at, told] of (await tell(new Often(QUIET))).entries()) {
        expect(told).to.equal(expected[at]);
      }
      rmSync(folder, { recursive: true });
    });
  }

  for (const [name, code] of Object.entries(ENDLESS_PROGRAMS)) {
    it(`end where they never would: ${name}`, async () => {
      let isStopped = false;
      const looks = new Looks({
        ...QUIET,
        isInterrupted: () => !isStopped,
        stopped: () => new InterruptedError(),
        onStop() {
          isStopped = true;
          queueMicrotask(() => {
            run.engine.abandon();
            looks.calm();
          });
        },
      });
      const run = start(looks, runScript);
      const { end } = await run(`const out: unknown[] = [];\n${code}\nout.push("went on");`);
      expect(isStopped).to.equal(true);
      expect(end).to.contain("Interrupted");
      // Nothing goes on behind it, either.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const { out } = await run("");
      expect(out).to.equal("[]");
    });
  }
});
