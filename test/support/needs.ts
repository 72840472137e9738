import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "mocha";
import { PROJECT } from "./project";

/** Debian's Python, which sees Debian's Jupyter; another python3 may come first on the PATH. */
export const PYTHON = "/usr/bin/python3";
export const CHROMIUM = "/usr/bin/chromium";
export const FIREFOX = "/usr/bin/firefox-esr";
export const WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver";

/** The small browser that comes with WebKitGTK: its folder is named by the machine's kind. */
export const MINI_BROWSER =
  ["x86_64", "aarch64"]
    .map((kind) => `/usr/lib/${kind}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
    .find((file) => existsSync(file)) ?? "";

export const pythonHas = (module: string) =>
  existsSync(PYTHON) && spawnSync(PYTHON, ["-c", `import ${module}`]).status === 0;

const browserRequire = createRequire(join(PROJECT, "test", "browser", "package.json"));

const TOOLS = {
  "axe-core": () => existsSync(join(PROJECT, "test/browser/node_modules/axe-core")),
  assemblyscript: () => existsSync(join(PROJECT, "test/wasm/node_modules/assemblyscript")),
  chromium: () => existsSync(CHROMIUM),
  "playwright-core": () => existsSync(join(PROJECT, "test/browser/node_modules/playwright-core")),
  "puppeteer-core": () => existsSync(join(PROJECT, "test/browser/node_modules/puppeteer-core")),
  webkit: () => existsSync(WEBKIT_DRIVER) && MINI_BROWSER !== "" && existsSync("/usr/bin/Xvfb"),
  firefox: () => existsSync(FIREFOX),
  "jupyterlab-packages": () =>
    existsSync(join(PROJECT, "kernel-setup/page/node_modules/@jupyterlab/services")),
  jupyter_kernel_test: () => pythonHas("jupyter_kernel_test"),
  nbconvert: () => pythonHas("nbconvert, nbclient"),
  notebook: () => pythonHas("notebook"),
  "packages of a notebook": () => existsSync(join(PROJECT, "test/packages/node_modules/vega")),
  numpy: () => pythonHas("numpy"),
  "root, who makes a second user": () =>
    process.getuid?.() === 0 && spawnSync("useradd", ["--help"]).status === 0,
} as const;

const isWindows = process.platform === "win32";

/** What a system has by nature, or has not. */
const SYSTEM = {
  /** Who may read, write or run a file, as chmod says it. */
  "file modes": () => !isWindows,
  "groups of processes": () => !isWindows,
  ps: () => !isWindows,
  "/proc": () => process.platform === "linux",
  /** A shell that reads scripts for sh. */
  sh: () => !isWindows,
  /** Signals that a process can hear, or that stop it or tell how it has ended. */
  signals: () => !isWindows,
  /** That a file can be replaced while somebody reads it. */
  "replacing open files": () => !isWindows,
  "symbolic links": canLink,
} as const;

/** Windows allows links to administrators and developers only. */
function canLink(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "needs-"));
  try {
    symlinkSync("nowhere", join(folder, "link"));
    return lstatSync(join(folder, "link")).isSymbolicLink();
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, maxRetries: 5 });
  }
}

type Tool = keyof typeof TOOLS;
const isTool = (name: string): name is Tool => name in TOOLS;

/**
 * Skips the running test, by name, when something is not on this machine. In CI, where the test
 * command installs every tool, a missing one is a failure; what the system itself has not is none.
 */
export function needs(context: Context, ...names: (Tool | keyof typeof SYSTEM)[]): void {
  if (names.some((name) => !isTool(name) && !SYSTEM[name]())) context.skip();
  const missing = names.filter(isTool).filter((tool) => !TOOLS[tool]());
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

/** puppeteer-core, from there too: it drives Firefox as it is installed. */
export function puppeteer(): typeof import("./puppeteer") {
  return browserRequire("puppeteer-core");
}

/** The script of axe-core, which judges how accessible a page is. */
export const axe = (): string =>
  readFileSync(browserRequire.resolve("axe-core/axe.min.js"), "utf8");
