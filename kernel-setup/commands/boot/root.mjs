import path from "node:path";
import { fileURLToPath } from "node:url";

/** The clone. */
export const ROOT = path.resolve(fileURLToPath(import.meta.url), "..", "..", "..", "..");
