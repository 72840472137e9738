import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

/** Beside the compiled library, not in it: all of it can be made again at any time. */
const FOLDER = join(__dirname, "..", "..", "..", "cache");

/** A script whose compiled code is kept between runs: plotly.js starts four times as fast with it. */
export interface CachedScript {
  run(): unknown;
  /** Keeps what has been compiled until now; does nothing when it was found kept. */
  keep(): void;
}

/**
 * Compiles a file of JavaScript with the compiled code of an earlier run, if there is one made by
 * this very V8. Failing to read or write the cache costs time and nothing else.
 *
 * @param name stands for the source: it must change when the source does
 */
export function cachedScript(name: string, source: string, filename: string): CachedScript {
  const file = join(FOLDER, `${name}-${cachedDataVersionTag().toString(16)}.code`);
  const cachedData = readIfThere(file);
  const script = new Script(source, { filename, cachedData });
  const known = cachedData !== undefined && script.cachedDataRejected === false;
  return {
    run: () => script.runInThisContext(),
    keep: () => {
      if (!known) keepFile(file, script.createCachedData());
    },
  };
}

/** The text of a kept file, made and kept when it is not there yet. */
export function keptText(name: string, make: () => string): string {
  const file = join(FOLDER, name);
  const kept = readIfThere(file)?.toString("utf8");
  if (kept !== undefined) return kept;
  const text = make();
  keepFile(file, text);
  return text;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place, so that nobody ever reads half a file. */
function keepFile(file: string, content: string | Buffer): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch {
    // A folder that cannot be written to: the next run compiles again.
  }
}
