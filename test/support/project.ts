import { join, resolve } from "node:path";

/** The project's folder; the compiled tests run in dist/test/support. */
export const PROJECT = resolve(__dirname, "..", "..", "..");

/** An absolute path inside the project. */
export const inProject = (...parts: string[]) => join(PROJECT, ...parts);
