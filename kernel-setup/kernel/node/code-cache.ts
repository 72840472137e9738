import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";
import { withFlagsOfStart } from "./relaxed-simd";

/** Beside the compiled kernel, not in it: all of it can be made again at any time. */
const FOLDER = join(__dirname, "..", "..", "..", "cache");

/** How long after the start the compiled code is kept: by then the functions in use are known. */
const KEEP_AFTER_MILLISECONDS = 4000;

const waiting = new Set<() => void>();

/**
 * Compiles a file of JavaScript with the compiled code of an earlier run, if one was kept by this
 * very V8. Failing to read or write what is kept costs time and nothing else.
 */
export function compileWithCache(source: string, filename: string): Script {
  const { size, mtimeMs } = statSync(filename);
  const key = createHash("sha256")
    .update(`${filename} ${size} ${mtimeMs} ${cachedDataVersionTag()}`)
    .digest("hex")
    .slice(0, 16);
  const file = join(FOLDER, `${basename(filename, ".js")}-${key}.code`);
  const cachedData = readIfThere(file);
  const script = new Script(source, { filename, cachedData });
  if (cachedData === undefined || script.cachedDataRejected !== false) keepLater(script, file);
  return script;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function keepLater(script: Script, file: string): void {
  function keepIt(): void {
    waiting.delete(keepIt);
    keep(
      file,
      withFlagsOfStart(() => script.createCachedData()),
    );
  }
  waiting.add(keepIt);
  setTimeout(() => {
    if (waiting.has(keepIt)) keepIt();
  }, KEEP_AFTER_MILLISECONDS).unref();
}

/** Keeps at once what was compiled anew, for a process that does not live long enough. */
export function keepCompiledCode(): void {
  for (const keepIt of [...waiting]) keepIt();
}

/** Written beside and moved into place, so that nobody ever reads half a file. */
function keep(file: string, content: Buffer): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch {
    // A folder that cannot be written to: the next start compiles again.
  }
}
