// `npm run bench -- NAME …`: sets everything up and runs one benchmark; without a name it lists them.
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "../../kernel-setup/commands/boot/build.mjs";
import { install, installFolder } from "../../kernel-setup/commands/boot/install.mjs";

const project = resolve(fileURLToPath(import.meta.url), "..", "..", "..");

/** Each is compiled from test/bench/NAME.ts, whose `main` gets the arguments and returns the exit code. */
const BENCHMARKS = {
  charts:
    "ten charts: the notebook's size, the first still picture, each further one\n" +
    "           --rounds N  in how many fresh processes (5)",
  kernel:
    "start, cells, printing and memory: our kernel, stock tslab, ipykernel\n" +
    "           --rounds N  how often each is measured (5)\n" +
    "           --all       Deno's kernel too (fetched once), and 1,000,000 printed lines",
  site:
    "the exported site: bytes and seconds until its text, and until a first cell has run\n" +
    "           --rounds N  how often each is measured (5)",
  training:
    "steps of training a second, and the product alone: ours, numjs, and NumPy,\n" +
    "           on the fastest of OpenBLAS's kernels that this processor executes\n" +
    "           --rounds N  how many turns each takes (20)\n" +
    "           --all       TensorFlow.js too",
};

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  console.log("npm run bench -- NAME measures. There is:");
  for (const [each, words] of Object.entries(BENCHMARKS))
    console.log(`  ${each.padEnd(9)}${words}`);
} else if (!Object.hasOwn(BENCHMARKS, name)) {
  const names = Object.keys(BENCHMARKS).join(", ");
  console.error(`npm run bench: expected a benchmark (${names}), but got ${name}.`);
  process.exitCode = 2;
} else {
  try {
    await install({ dev: true });
    // Others' packages are big, and only this asks for them.
    if (args.includes("--all")) await installFolder(join(project, "test", "bench"));
    if (name === "site") await installFolder(join(project, "test", "browser"));
    await build({ tests: true });
    const file = join(project, "dist", "test", "bench", `${name}.js`);
    const { default: benchmark } = await import(pathToFileURL(file).href);
    process.exitCode = await benchmark.main(args);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
