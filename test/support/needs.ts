import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Context } from "mocha";
import { PROJECT } from "./project";

/** Debian's Python, which sees Debian's Jupyter; another python3 may come first on the PATH. */
export const PYTHON = "/usr/bin/python3";
export const CHROMIUM = "/usr/bin/chromium";

export const pythonHas = (module: string) =>
  existsSync(PYTHON) && spawnSync(PYTHON, ["-c", `import ${module}`]).status === 0;

const browserRequire = createRequire(join(PROJECT, "test", "browser", "package.json"));

const TOOLS = {
  "axe-core": () => existsSync(join(PROJECT, "test/browser/node_modules/axe-core")),
  assemblyscript: () => existsSync(join(PROJECT, "test/wasm/node_modules/assemblyscript")),
  chromium: () => existsSync(CHROMIUM),
  "playwright-core": () => existsSync(join(PROJECT, "test/browser/node_modules/playwright-core")),
  "jupyterlab-packages": () =>
    existsSync(join(PROJECT, "kernel-setup/page/node_modules/@jupyterlab/services")),
  jupyter_kernel_test: () => pythonHas("jupyter_kernel_test"),
  nbconvert: () => pythonHas("nbconvert, nbclient"),
  notebook: () => pythonHas("notebook"),
  numpy: () => pythonHas("numpy"),
  "root, who makes a second user": () =>
    process.getuid?.() === 0 && spawnSync("useradd", ["--help"]).status === 0,
} as const;

/**
 * Skips the running test, by name, when a tool is not on this machine. In CI, where the test
 * command installs every tool, a missing one is a failure.
 */
export function needs(context: Context, ...tools: (keyof typeof TOOLS)[]): void {
  const missing = tools.filter((tool) => !TOOLS[tool]());
  if (missing.length === 0) return;
  if (process.env.CI === "true") {
    throw new Error(`expected ${missing.join(" and ")} to be installed in CI, but found none`);
  }
  context.skip();
}

/** playwright-core, from the package file that only CI installs. */
export function playwright(): typeof import("./playwright") {
  return browserRequire("playwright-core");
}

/** The script of axe-core, which judges how accessible a page is. */
export const axe = (): string =>
  readFileSync(browserRequire.resolve("axe-core/axe.min.js"), "utf8");
