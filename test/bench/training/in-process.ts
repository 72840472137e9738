import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Contender } from "./contender";
import type { Problem } from "./problem";

/** A contender in a process of its own: it reads the problem from a folder, then one request a line. */
export interface Program {
  name: string;
  /** The command; the folder and `kind` are added to it. */
  command: string[];
  kind: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Starts it.
 *
 * @returns the contender, and what the program said of itself
 */
export async function inProcess<Hello>(
  { name, command, kind, env = process.env }: Program,
  problem: Problem,
): Promise<{ contender: Contender; hello: Hello }> {
  const folder = mkdtempSync(join(tmpdir(), "backprop-bench-"));
  for (const [key, values] of Object.entries(problem)) {
    writeFileSync(join(folder, `${key}.${values instanceof Uint8Array ? "u8" : "f32"}`), values);
  }
  const [program, ...words] = [...command, folder, kind];
  const child = spawn(program, words, { env, stdio: ["pipe", "pipe", "inherit"] });
  // Who has died does not read: that shows where its answer is awaited.
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${name}: expected an answer, but its process has ended`);
    return JSON.parse(value);
  };
  const ask = (request: string) => {
    child.stdin.write(`${request}\n`);
    return answer();
  };
  const close = () => {
    child.stdin.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const contender: Contender = {
    name,
    steps: (count) => ask(`steps ${count}`),
    product: ({ rows, inner, columns, transposeA = false, transposeB = false }) =>
      ask(`product ${rows} ${inner} ${columns} ${transposeA} ${transposeB}`),
    close,
  };
  try {
    return { contender, hello: await answer() };
  } catch (error) {
    close();
    throw error;
  }
}
