import { Engine, type Outcome } from "../../../../kernel-setup/kernel/cells/engine";
import { useHome } from "../../../../kernel-setup/kernel/cells/home";
import { SourceLines } from "../../../../kernel-setup/kernel/cells/source-lines";
import { CellCompiler } from "../../../../kernel-setup/kernel/compiler/compiler";
import { createSharedMemory } from "../../../../kernel-setup/kernel/node/bridge/shared-memory";
import { nodeHome, signalsIn } from "../../../../kernel-setup/kernel/node/cells-home";
import { nodeCompilerHome } from "../../../../kernel-setup/kernel/node/compiler-home";
import { requireIn, runScript } from "../../../../kernel-setup/kernel/node/scripts";

const ROOT = process.cwd();

/** Where compiled cells find what they refer to; the latest engine's, unless it is put back. */
const shared = globalThis as { __tslab__?: unknown };

/** Cells that are checked and run in this process. */
export class Cells {
  engine!: Engine;
  readonly #folder: string;
  #tslab: unknown;
  #count = 0;

  constructor(folder = ROOT) {
    this.#folder = folder;
    this.reset();
  }

  /** Begins anew, without any cell. */
  reset(): void {
    useHome(nodeHome);
    const home = nodeCompilerHome();
    this.engine = new Engine({
      compiler: new CellCompiler(home, this.#folder, ROOT),
      signals: signalsIn(createSharedMemory()),
      sources: new SourceLines(home.modules.readMap),
      run: runScript,
      require: requireIn(this.#folder),
    });
    this.#tslab = shared.__tslab__;
  }

  /** Runs one cell. */
  execute(code: string): Promise<Outcome> {
    shared.__tslab__ = this.#tslab;
    this.#count++;
    return this.engine.execute(this.#count, this.#count, code);
  }

  /** Runs cells one after the other; the value is that of the last one. */
  async run(...cells: string[]): Promise<unknown> {
    let value: unknown;
    for (const code of cells) {
      const outcome = await this.execute(code);
      if (outcome.kind === "refused") throw new Error(`${outcome.errors[0].text} (in ${code})`);
      if (outcome.kind === "thrown") throw outcome.thrown;
      value = outcome.value;
    }
    return value;
  }

  /** What is wrong with a cell that cannot run. */
  async refused(code: string): Promise<Extract<Outcome, { kind: "refused" }>> {
    const outcome = await this.execute(code);
    if (outcome.kind !== "refused") throw new Error(`expected errors in: ${code}`);
    return outcome;
  }

  /** The type errors of a cell that has some, as `line:character length code`. */
  async errors(code: string): Promise<string[]> {
    const { errors } = await this.refused(code);
    return errors.map(
      ({ start, end, code: number }) =>
        `${start.line}:${start.character} ${end.offset - start.offset} ${number}`,
    );
  }
}
