import type { Converter, Diagnostic } from "tslab/dist/converter";
import type { Executor } from "tslab/dist/executor";
import { createCellCompiler } from "../../../../kernel-setup/kernel/compiler/converter";

export type ConverterName = "own" | "tslab";

const ROOT = process.cwd();

/** Where tslab's executor leaves what cells refer to; the latest one's, unless it is put back. */
const shared = globalThis as { __tslab__?: unknown };

/** Makes a converter: ours, or tslab's as it is sold, which always works in the current folder. */
function createConverter(name: ConverterName, folder: string): Converter {
  if (name === "own") return createCellCompiler(folder, ROOT);
  const { createConverter: create } =
    require("tslab/dist/converter") as typeof import("tslab/dist/converter");
  return create();
}

/** Cells that run in this process, through tslab's executor. */
export class Cells {
  readonly converter: Converter;
  readonly executor: Executor;
  diagnostics: Diagnostic[] = [];
  readonly #tslab: unknown;
  #value: unknown;
  #thrown: unknown;

  constructor(name: ConverterName = "own", folder = ROOT) {
    this.converter = createConverter(name, folder);
    const { createExecutor } =
      require("tslab/dist/executor") as typeof import("tslab/dist/executor");
    const node: Converter = {
      ...this.converter,
      convert: (previous, code) => {
        const result = this.converter.convert(previous, code);
        this.diagnostics = result.diagnostics;
        return result;
      },
    };
    const converters = { node, browser: node, close: () => node.close() };
    this.executor = createExecutor(folder, converters, {
      log: (value: unknown) => {
        this.#value = value;
      },
      error: (thrown: unknown) => {
        this.#thrown = thrown;
      },
    });
    this.#tslab = shared.__tslab__;
  }

  /** Runs cells one after the other; the value is that of the last one. */
  async run(...cells: string[]): Promise<unknown> {
    shared.__tslab__ = this.#tslab;
    for (const code of cells) {
      this.#value = undefined;
      const ok = await this.executor.execute(code);
      if (this.diagnostics.length > 0) {
        throw new Error(`${this.diagnostics[0].messageText} (in ${code})`);
      }
      if (!ok) throw this.#thrown;
    }
    return this.#value;
  }

  /** The type errors of a cell that has some, as `line:character length code`. */
  async errors(code: string): Promise<string[]> {
    if (await this.executor.execute(code)) throw new Error(`expected errors in: ${code}`);
    return this.diagnostics.map(
      ({ start, end, code: number }) =>
        `${start.line}:${start.character} ${end.offset - start.offset} ${number}`,
    );
  }

  close(): void {
    this.converter.close();
  }
}
