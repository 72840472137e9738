import { spawn } from "node:child_process";
import { join } from "node:path";
import { runCommand, type Usage } from "./parts/arguments";
import { checkNotebooks } from "./parts/check-notebooks";
import { undocumented } from "./parts/docstrings";
import { findLeftovers } from "./parts/find-leftovers";
import { houseCounts, houseFaults } from "./parts/house";
import { NOTEBOOKS, ROOT } from "./parts/project";
import { nodeIn } from "./parts/without-node";

const usage = {
  command: "npm run check",
  options: {},
  help: `npm run check: all checks that run no test: format and lint rules, types, the lessons' text,
who imports whom, rooms that know no Node, docstrings, the notebooks' form, leftovers of work. At the end stand files and lines of
each folder. The exit code is 0 when all pass.`,
} satisfies Usage;

/** A check: its name, and what is wrong; nothing when it passes. */
type Check = [name: string, work: () => Promise<string> | string];

const bin = (...parts: string[]) => join(ROOT, "node_modules", ...parts);

/** What is type-checked: all that Node runs, and what pages run. */
const PROJECTS = [
  "test",
  "src/browser",
  "kernel-setup/book/reading/in-page",
  // What only a browser has, of the home of a notebook page.
  "kernel-setup/page/homes/browser/web",
];

const CHECKS: Check[] = [
  [
    "format and lint",
    () => output(bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."),
  ],
  ["types", () => output(bin("typescript", "bin", "tsc"), "-b", ...PROJECTS)],
  [
    "lessons' text",
    () => output(join(ROOT, "kernel-setup", "commands", "boot", "run.mjs"), "lessons", "--text"),
  ],
  ["who imports whom", () => houseFaults(ROOT).join("\n")],
  ["rooms without Node", () => nodeIn(ROOT).join("\n")],
  ["docstrings", () => undocumented(ROOT).join("\n")],
  ["notebooks", () => checkNotebooks(NOTEBOOKS).join("\n")],
  ["leftovers", () => findLeftovers(ROOT).join("\n")],
];

/** Runs every check, also after one has failed, and ends with a line for each. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async () => {
    const lines: string[] = [];
    for (const [name, work] of CHECKS) {
      const wrong = await work();
      if (wrong !== "") console.error(`── ${name} ──\n${wrong}\n`);
      lines.push(wrong === "" ? `✓ ${name}: fine` : `✗ ${name}: see above`);
    }
    const counts = houseCounts(ROOT).map(
      ({ room, files, lines: count }) => `${room.padEnd(24)}${files} files, ${count} lines`,
    );
    console.log([...counts, "", ...lines].join("\n"));
    return lines.some((line) => line.startsWith("✗")) ? 1 : 0;
  });
}

/** Runs a JavaScript file in Node; gives what it said when it failed. */
function output(script: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT });
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        text += chunk;
      });
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? "" : text.trim() || `exit code ${code}`));
  });
}
