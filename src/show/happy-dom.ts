import { createRequire } from "node:module";
import { type CachedScript, cachedScript, keptText } from "./code-cache";
import { packageFile } from "./package-file";

const load = createRequire(__filename);

/** happy-dom is 600 small files: bundled into one it loads in a fifth of the time. */
export function loadHappyDom(): { exports: unknown; script: CachedScript } {
  const { version, file } = packageFile("happy-dom", "lib/index.js");
  const name = `happy-dom-${version}`;
  const bundle = keptText(`${name}.cjs`, () => {
    // The build keeps the text: no kernel needs the bundler itself.
    const { buildSync } = load("esbuild") as typeof import("esbuild");
    const options = { bundle: true, minify: true, write: false, platform: "node", format: "cjs" };
    const { outputFiles } = buildSync({ ...options, entryPoints: [file] } as {
      write: false;
      entryPoints: string[];
    });
    return outputFiles[0].text;
  });
  const script = cachedScript(name, `(function (exports, require, module) {${bundle}\n})`, file);
  const module = { exports: {} };
  (script.run() as (...args: unknown[]) => void)(module.exports, load, module);
  return { exports: module.exports, script };
}
