import { dirname, join } from "node:path";

/** The clone this code was built in: it lies in <root>/dist/kernel-setup/setup. */
export const ROOT = dirname(dirname(dirname(__dirname)));

/** The data folder that Jupyter is shown for this project alone. */
export const JUPYTER_FOLDER = join(ROOT, ".jupyter");

/** The name notebooks ask for. */
export const KERNEL_NAME = "tslab";
