import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { requireFrom } from "./module-home";

/** Runs a script; a signal cuts off what it does before its first await. */
export function runScript(code: string, name: string): unknown {
  return runInThisContext(code, { filename: name, breakOnSigint: true });
}

/** What cells in a folder call to load a module. */
export function requireIn(folder: string): NodeJS.Require {
  return requireFrom(join(folder, "src.js"));
}
