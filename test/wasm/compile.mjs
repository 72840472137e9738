// Compiles AssemblyScript, the *.as files of this project. Run as a program (`node test/wasm/compile.mjs`)
// it installs the compiler and writes each binary.ts, which are committed: no learner needs the compiler.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const PROJECT = resolve(HERE, "../..");

/** What is compiled: the file that names the exports, and the file that keeps the outcome. */
export const MODULES = [
  { source: "src/arrays/wasm/kernels.as", binary: "src/arrays/wasm/binary.ts" },
  { source: "test/bench/training/peak.as", binary: "test/bench/training/binary.ts" },
].map(({ source, binary }) => ({ source: join(PROJECT, source), binary: join(PROJECT, binary) }));

/**
 * @param {string} source the .as file
 * @returns {Promise<string>} the text of its binary.ts
 */
export async function compileModule(source) {
  const fma = await compile(source, ["simd", "relaxed-simd"]);
  const simd = await compile(source, ["simd"]);
  return `// Compiled from the *.as files of this folder by test/wasm/compile.mjs; a test of CI compiles again and compares.

/** With fused multiply-add, which is relaxed SIMD. */
export const FMA =
  "${fma}";

/** With plain SIMD. */
export const SIMD =
  "${simd}";
`;
}

/**
 * @param {string} source the .as file
 * @returns {Promise<string[]>} the names of all functions that are compiled, `~lib/…` for the compiler's library
 */
export async function functionNames(source) {
  const { text } = await run(
    source,
    ["simd", "relaxed-simd"],
    ["--debug", "--textFile", "out.wat"],
  );
  return [...text.matchAll(/^ \(func \$(\S+)/gm)].map(([, name]) => name);
}

async function compile(source, features) {
  const { binary } = await run(source, features, ["-O3", "--converge"]);
  return Buffer.from(binary).toString("base64");
}

/** Compiles once; the compiler knows only files that end in .ts, so it gets the .as files by that name. */
async function run(source, features, how) {
  const { default: asc } = await import("assemblyscript/asc");
  const folder = dirname(source);
  const entry = source.slice(folder.length + 1).replace(/as$/, "ts");
  const made = {};
  const { error, stderr } = await asc.main(
    [
      entry,
      ...["--outFile", "out.wasm"],
      ...["--enable", features.join(",")],
      ...["--runtime", "stub", "--importMemory", "--noExportMemory", "--noAssert"],
      ...how,
    ],
    {
      readFile: (name) =>
        /^[\w-]+\.ts$/.test(name)
          ? readFile(join(folder, name.replace(/ts$/, "as")), "utf8").catch(() => null)
          : null,
      writeFile: (name, contents) => {
        made[name.endsWith(".wat") ? "text" : "binary"] = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { installFolder } = await import("../../kernel-setup/commands/boot/install.mjs");
  await installFolder(HERE);
  for (const { source, binary } of MODULES) await writeFile(binary, await compileModule(source));
}
