import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { TypeScript } from "../compiler/typescript";
import { compileWithCache } from "./code-cache";

let loaded: TypeScript | undefined;

/** Loads TypeScript, from compiled code where an earlier start has kept it. */
export function loadTypeScript(): TypeScript {
  loaded ??= load();
  return loaded;
}

function load(): TypeScript {
  const filename = require.resolve("typescript");
  const source = readFileSync(filename, "utf8");
  const script = compileWithCache(
    `(function (exports, require, module, __filename, __dirname) { ${source}\n})`,
    filename,
  );
  const module = { exports: {} };
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run(module.exports, createRequire(filename), module, filename, dirname(filename));
  return module.exports as TypeScript;
}
