// Compiles src/arrays/kernels/*.as. Run as a program (`node test/wasm/compile.mjs`) it installs the
// compiler and writes src/arrays/kernels/binary.ts, which is committed: no learner needs the compiler.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const KERNELS = resolve(HERE, "../../src/arrays/kernels");
export const BINARY = join(KERNELS, "binary.ts");

/** @returns {Promise<string>} the text of binary.ts */
export async function compileKernels() {
  const fma = await compile(["simd", "relaxed-simd"]);
  const simd = await compile(["simd"]);
  return `// Compiled from the *.as files of this folder by test/wasm/compile.mjs; a test of CI compiles again and compares.

/** With fused multiply-add, which is relaxed SIMD. */
export const FMA =
  "${fma}";

/** With plain SIMD. */
export const SIMD =
  "${simd}";
`;
}

/** Compiles once; the compiler knows only files that end in .ts, so it gets the .as files by that name. */
async function compile(features) {
  const { default: asc } = await import("assemblyscript/asc");
  let binary;
  const { error, stderr } = await asc.main(
    [
      "kernels.ts",
      ...["--outFile", "kernels.wasm"],
      ...["--enable", features.join(",")],
      ...["--runtime", "stub", "--importMemory", "--noExportMemory", "--noAssert"],
      ...["-O3", "--converge"],
    ],
    {
      readFile: (name) =>
        /^\w+\.ts$/.test(name)
          ? readFile(join(KERNELS, name.replace(/ts$/, "as")), "utf8").catch(() => null)
          : null,
      writeFile: (_name, contents) => {
        binary = contents;
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.from(binary).toString("base64");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { installFolder } = await import("../../kernel-setup/install.mjs");
  await installFolder(HERE);
  await writeFile(BINARY, await compileKernels());
}
