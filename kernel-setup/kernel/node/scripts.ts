import { createRequire } from "node:module";
import { join } from "node:path";
import { runInThisContext } from "node:vm";

/** Runs a script; a signal cuts off what it does before its first await. */
export function runScript(code: string, name: string): unknown {
  return runInThisContext(code, { filename: name, breakOnSigint: true });
}

/** What cells in a folder call to load a module; of tslab it gives the one that is connected. */
export function requireIn(folder: string): NodeJS.Require {
  const load = createRequire(join(folder, "src.js"));
  const own = (name: string): unknown => (name === "tslab" ? require("tslab") : load(name));
  return Object.assign(own, load);
}
