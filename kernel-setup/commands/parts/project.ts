import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The clone this code was built in: it lies in <root>/dist/kernel-setup/commands/parts. */
export const ROOT = resolve(__dirname, "..", "..", "..", "..");

/** The kernel of this clone alone; Jupyter finds it when JUPYTER_PATH names this folder. */
export const JUPYTER_FOLDER = join(ROOT, ".jupyter");

/** The version of this pack. */
export const VERSION: string = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version;

/** The built lessons by language. */
export const NOTEBOOKS = join(ROOT, "notebooks");

/** The name notebooks ask for. */
export const KERNEL_NAME = "tslab";
/** What cells import the library as. */
export const LIBRARY = "backprop";

/** The built notebook page. */
export const PAGE = join(ROOT, "kernel-setup", "page", "built");
