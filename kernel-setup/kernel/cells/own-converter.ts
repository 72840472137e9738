import { createCellCompiler } from "../compiler/converter";
import type { CellConverter, ConversionEvents } from "./converter";
import { shareWithTslab } from "./typescript";

/** Makes our converter, in the place of tslab's. */
export function createOwnConverter(
  folder: string,
  packageFolder: string,
  events: ConversionEvents,
): CellConverter {
  const compiler = createCellCompiler(folder, packageFolder);
  shareWithTslab();
  return {
    ...compiler,
    convert: (previous, code) => {
      events.checking();
      const { map, ...result } = compiler.convert(previous, code);
      events.checked(result.diagnostics);
      if (!result.output) return result;
      const isAsync = result.hasToplevelAwait === true;
      const maps = map === undefined ? [] : [map];
      events.converted({ code, output: result.output, isAsync, maps, linesBefore: 0 });
      return { ...result, output: `${result.output}\n//# sourceURL=${events.scriptName()}` };
    },
    addModule: (name, content, meta) => {
      events.checking();
      const diagnostics = compiler.addModule(name, content, meta);
      events.checked(diagnostics);
      return diagnostics;
    },
  };
}
