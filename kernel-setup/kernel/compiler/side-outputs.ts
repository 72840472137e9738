import { dirname, extname, join, relative } from "node:path";
import type { SideOutput } from "tslab/dist/converter";
import type ts from "typescript";
import type { Cell } from "./cell";
import { importsOf } from "./imports";
import type { Session } from "./session";

/** A file beside the notebook that cells import, and by which names it is imported. */
interface SideFile {
  file: ts.SourceFile;
  /** The paths that the executor looks for when the imports run. */
  paths: Set<string>;
}

/** Where the executor looks for what `name` stands for in a file of that folder. */
function lookedUp(folder: string, name: string): string {
  const path = join(folder, name).replace(/\\/g, "/");
  return extname(path) === "" ? `${path}.js` : path;
}

/** The files beside the notebook that a cell imports, also through each other. */
export function sideFiles(session: Session, cell: Cell): SideFile[] {
  const found = new Map<string, SideFile>();
  function follow(importer: ts.SourceFile): void {
    for (const literal of importsOf(session.typescript, importer)) {
      const isBeside = literal.text.startsWith(".");
      const file = isBeside ? session.importedFile(importer, literal) : undefined;
      if (file === undefined || file.isDeclarationFile) continue;
      const path = lookedUp(dirname(importer.fileName), literal.text);
      const known = found.get(file.fileName);
      if (known !== undefined) {
        known.paths.add(path);
        continue;
      }
      found.set(file.fileName, { file, paths: new Set([path]) });
      follow(file);
    }
  }
  follow(cell.file);
  return [...found.values()];
}

/** What the executor gives to `require` for such a file: it is loaded once, whatever it is called. */
export function sideOutputs(session: Session, { file, paths }: SideFile): SideOutput[] {
  const own = file.fileName.replace(/\.[cm]?[jt]sx?$/, ".js");
  const others = [...paths].filter((path) => path !== own);
  return [
    { path: own, data: compile(session, file) },
    ...others.map((path) => {
      const name = relative(dirname(path), own).replace(/\\/g, "/");
      return { path, data: `module.exports = require(${JSON.stringify(`./${name}`)});` };
    }),
  ];
}

function compile({ typescript, program }: Session, file: ts.SourceFile): string {
  if (file.fileName.endsWith(".json")) return `module.exports = ${file.text}`;
  const { outputText } = typescript.transpileModule(file.text, {
    fileName: file.fileName,
    compilerOptions: {
      ...program.getCompilerOptions(),
      module: typescript.ModuleKind.CommonJS,
      moduleDetection: typescript.ModuleDetectionKind.Auto,
      sourceMap: false,
    },
  });
  return outputText;
}
