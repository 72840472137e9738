import type ts from "@tslab/typescript-for-tslab";
import type { Converter, ConvertResult, Diagnostic } from "tslab/dist/converter";
import { cellCompilerOptions } from "./compiler-options";
import { makeModuleResolver } from "./module-resolution";
import type { CompiledCell } from "./source-lines";
import { hasTopLevelAwait } from "./top-level-await";
import { loadTypeScript, replaceForTslab } from "./typescript";

/** What is told while a cell is on its way from TypeScript to Node. */
export interface ConversionEvents {
  /** Checking begins. */
  checking(): void;
  /** The type errors of a cell or module; it will not run when there are any. */
  checked(diagnostics: Diagnostic[]): void;
  /** The cell is about to run; the result is what Node gets. */
  converted(compiled: Omit<CompiledCell, "count">): void;
  /** The comment that names the running cell's script. */
  scriptName(): string;
  /** What the cell is run with, and its number. */
  running(): { exports: Record<string, unknown>; count: number };
}

/** What turns cells into JavaScript. */
export interface CellConverter extends Converter {
  /** Makes the next conversions faster; to be called when there is time. */
  warmUp?(): void;
  /**
   * The cell that was converted last has run to its end, or has failed or been stopped: then later
   * ones see what it has reached.
   */
  ended?(isWhole: boolean): void;
  /** Names that nothing stands for, since the cell of that number stopped before it declared them. */
  missing?: ReadonlyMap<string, number>;
}

/** Lines that tslab puts before a cell's code. */
const LINES_BEFORE = 1;

const CELL_FILE = /\/(?:__tslab__\.ts|__prev__\.d\.ts)$/;

/** The source maps of the latest cell, which tslab's converter throws away. */
interface Maps {
  /** From modern JavaScript back to the cell. */
  emitted?: string;
  /** From what Node runs back to modern JavaScript. */
  transpiled?: string;
}

/** Makes tslab's converter, with the parts of TypeScript that it calls replaced by ours. */
export function createTslabConverter(
  folder: string,
  packageFolder: string,
  events: ConversionEvents,
): Converter {
  const typescript = loadTypeScript();
  const maps: Maps = {};
  replaceForTslab({
    createWatchCompilerHost: ((
      rootFiles: string[],
      options: ts.CompilerOptions,
      system: ts.System,
      ...rest: [undefined, ts.DiagnosticReporter, ts.WatchStatusReporter]
    ) => {
      const host = typescript.createWatchCompilerHost(
        rootFiles,
        { ...options, ...cellCompilerOptions(folder, packageFolder) },
        system,
        ...rest,
      );
      adaptHost(host, folder, packageFolder, (map) => {
        maps.emitted = map;
      });
      return host;
    }) as typeof ts.createWatchCompilerHost,
    transpileModule: (input, options) => {
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const result = typescript.transpileModule(input, { ...options, compilerOptions });
      // The cell itself comes last, after the modules that it imports.
      maps.transpiled = result.sourceMapText;
      return { ...result, outputText: withoutMapComment(result.outputText) };
    },
  });
  const { createConverter } =
    require("tslab/dist/converter") as typeof import("tslab/dist/converter");
  const converter = createConverter();
  return {
    ...converter,
    convert: (prevDecl, src) => convert(converter, prevDecl, src, maps, events),
    addModule: (name, content, meta) => {
      events.checking();
      const diagnostics = converter.addModule(name, content, meta);
      events.checked(diagnostics);
      return diagnostics;
    },
  };
}

function convert(
  converter: Converter,
  prevDecl: string,
  src: string,
  maps: Maps,
  events: ConversionEvents,
): ConvertResult {
  events.checking();
  const result = converter.convert(prevDecl, src);
  events.checked(result.diagnostics);
  if (!result.output) return result;
  const isAsync = hasTopLevelAwait(src);
  events.converted({
    code: src,
    output: result.output,
    isAsync,
    maps: [maps.emitted, maps.transpiled].filter((map) => map !== undefined),
    linesBefore: LINES_BEFORE,
  });
  return {
    ...result,
    hasToplevelAwait: isAsync,
    output: `${result.output}\n//# sourceURL=${events.scriptName()}`,
  };
}

function withoutMapComment(output: string): string {
  return output.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "");
}

function adaptHost(
  host: ts.WatchCompilerHost<ts.BuilderProgram>,
  folder: string,
  packageFolder: string,
  onMap: (map: string) => void,
): void {
  host.resolveModuleNameLiterals = makeModuleResolver(host, folder, packageFolder);
  // Only the imports of cells may have changed since the last cell.
  host.hasInvalidatedResolutions = (path) => CELL_FILE.test(path);
  // Whole folders, perhaps a home folder with everything below, are not worth watching.
  host.watchDirectory = () => ({ close: () => {} });
  const watchFile = host.watchFile;
  host.watchFile = (path, ...rest) =>
    path.includes("/node_modules/") ? { close: () => {} } : watchFile.call(host, path, ...rest);
  const createProgram = host.createProgram;
  host.createProgram = (...args: Parameters<typeof createProgram>) => {
    const program = createProgram(...args);
    const emit = program.emit.bind(program);
    program.emit = (file, write, ...rest) =>
      emit(
        file,
        write &&
          ((name, data, ...more) => {
            if (!name.endsWith(".map")) write(name, data, ...more);
            else if (name.endsWith("/__tslab__.js.map")) onMap(data);
          }),
        ...rest,
      );
    return program;
  };
}
