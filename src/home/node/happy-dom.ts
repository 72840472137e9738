import { readFileSync } from "node:fs";
import type { Kept } from "../home";
import { cachedScript, keptText } from "./code-cache";
import { packageFile } from "./package-file";

/** happy-dom is 600 small files: bundled into one it loads in a fifth of the time. */
export function loadHappyDom(): Kept<unknown> {
  const { version, file } = packageFile("happy-dom", "lib/index.js");
  const name = `happy-dom-${version}`;
  const bundle = keptText(`${name}.cjs`, () => {
    // The build keeps the text: no kernel needs the bundler itself.
    const { buildSync } = require("esbuild") as typeof import("esbuild");
    const options = { bundle: true, minify: true, write: false, platform: "node", format: "cjs" };
    const { outputFiles } = buildSync({ ...options, entryPoints: [file] } as {
      write: false;
      entryPoints: string[];
    });
    return outputFiles[0].text;
  });
  const script = cachedScript(name, `(function (exports, require, module) {${bundle}\n})`, file);
  const module = { exports: {} };
  (script.run() as (...args: unknown[]) => void)(module.exports, require, module);
  return { value: module.exports, keep: script.keep };
}

/** Runs a package's file as a script of the global scope, with its compiled code kept. */
export function runScript(name: string, path: string): Kept<unknown> {
  const { version, file } = packageFile(name, path);
  const script = cachedScript(`${name}-${version}`, readFileSync(file, "utf8"), file);
  return { value: script.run(), keep: script.keep };
}
