import { sha256 } from "@noble/hashes/sha2.js";
import type { CommonJsModule, ModuleHome, ReadMap } from "../compiler/module-home";
import { above } from "../compiler/paths";
import type { TypeScript } from "../compiler/typescript";
import { notInPage } from "./not-in-page";
import { runNamed } from "./scripts";

/** What cells may import, by name; each is made when it is first asked for. */
export type Packages = Readonly<Record<string, () => unknown>>;

type Loader = (name: string, importer: string) => { exports: unknown } | undefined;

/** A part of TypeScript that its own declarations leave out: what the lines of a source map say. */
interface MapDecoder {
  decodeMappings(mappings: string): Iterable<Mapping>;
}

interface Mapping {
  generatedLine: number;
  generatedCharacter: number;
  sourceLine?: number;
  sourceCharacter?: number;
}

/** Reads source maps; a place between two that a map names belongs to the first of them. */
export function readMapsWith(typescript: TypeScript): ReadMap {
  const { decodeMappings } = typescript as unknown as MapDecoder;
  return (text) => {
    const { mappings } = JSON.parse(text) as { mappings: string };
    const places = Array.from(decodeMappings(mappings), (place) => ({ ...place }));
    return (line, column) => {
      const found = places.findLast(
        ({ generatedLine, generatedCharacter }) =>
          generatedLine < line || (generatedLine === line && generatedCharacter <= column),
      );
      return found?.sourceLine === undefined || found.sourceCharacter === undefined
        ? undefined
        : { line: found.sourceLine, column: found.sourceCharacter };
    };
  };
}

/** The path that a relative name stands for, from the folder of a file. */
function beside(name: string, path: string): string {
  return decodeURIComponent(new URL(name, addressOf(path)).pathname);
}

const addressOf = (path: string) => `file://${path.split("/").map(encodeURIComponent).join("/")}`;

/** Modules in a page: the packages that the pack brings along; all else is refused with a sentence. */
export function pageModuleHome(packages: Packages, typescript: TypeScript): ModuleHome {
  const loaders = new Map<string, Loader>();

  function load(name: string): unknown {
    if (!Object.hasOwn(packages, name)) throw notInPage(name, Object.keys(packages));
    return packages[name]();
  }

  /** What a file calls to load another one that is none of its author's. */
  function requireOf(filename: string): ((name: string) => unknown) & object {
    return (name) => {
      const text = String(name);
      const own = loaders.get(above(filename))?.(text, filename);
      return own === undefined ? load(text) : own.exports;
    };
  }

  return {
    isBuiltin: () => false,
    hasOwn: (name) => Object.hasOwn(packages, name),
    require: load,
    import: async (name) => load(name),
    requireOf,
    createModule(filename) {
      const module = { id: filename, filename, exports: {}, loaded: false, children: [] };
      return { ...module, require: requireOf(filename) } satisfies CommonJsModule & object;
    },
    run: (code, name) => runNamed(code, name) as (...args: unknown[]) => unknown,
    countsFirstLine: true,
    readMap: readMapsWith(typescript),
    native: (path) => path,
    urlOf: (path, name) => addressOf(name === undefined ? path : beside(name, path)),
    pathOf(address) {
      try {
        const { protocol, pathname } = new URL(address);
        return protocol === "file:" ? decodeURIComponent(pathname) : undefined;
      } catch {
        return undefined;
      }
    },
    folderOf: above,
    digest: (text) => sha256(new TextEncoder().encode(text)).join(" "),
    onRequire(folder, loader) {
      loaders.set(folder, loader);
    },
  };
}
