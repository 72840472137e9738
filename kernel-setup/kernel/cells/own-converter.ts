import { createCellCompiler } from "../compiler/converter";
import { CellProgress } from "./cell-progress";
import type { CellConverter, ConversionEvents } from "./converter";
import { shareWithTslab } from "./typescript";

/** Makes our converter, in the place of tslab's. */
export function createOwnConverter(
  folder: string,
  packageFolder: string,
  events: ConversionEvents,
): CellConverter {
  const compiler = createCellCompiler(folder, packageFolder);
  /** Of all cells that later ones see; tslab's executor, which has its own, leaves out those that failed. */
  let known = "";
  let running: { key: string; progress: CellProgress } | undefined;
  /** Names that nothing stands for, since the cell that declares them, of that number, stopped too early. */
  const missing = new Map<string, number>();
  shareWithTslab();
  return {
    ...compiler,
    missing,
    convert: (_previous, code) => {
      running = undefined;
      events.checking();
      const { map, reached = [], vars = [], ...result } = compiler.convert(known, code);
      events.checked(result.diagnostics);
      const { output, declOutput: key = known } = result;
      if (!output) {
        if (result.diagnostics.length === 0) known = key;
        return result;
      }
      const isAsync = result.hasToplevelAwait === true;
      const maps = map === undefined ? [] : [map];
      events.converted({ code, output, isAsync, maps, linesBefore: 0 });
      const { exports, count } = events.running();
      running = { key, progress: new CellProgress({ exports, count, reached, vars }) };
      return { ...result, output: `${output}\n//# sourceURL=${events.scriptName()}` };
    },
    ended: (isWhole) => {
      if (running === undefined) return;
      const { key, progress } = running;
      if (isWhole || progress.hasBegun) {
        for (const name of progress.reached) missing.delete(name);
        if (!isWhole) {
          for (const name of progress.missing) missing.set(name, progress.count);
          progress.leave();
          if (progress.missing.length > 0) compiler.hideMissing(key, progress.missing);
        }
        known = key;
      }
      // Last: cut off before this, it is done again.
      running = undefined;
    },
    complete: (_previous, code, position) => compiler.complete(known, code, position),
    inspect: (_previous, code, position) => compiler.inspect(known, code, position),
    addModule: (name, content, meta) => {
      events.checking();
      const diagnostics = compiler.addModule(name, content, meta);
      events.checked(diagnostics);
      return diagnostics;
    },
  };
}
