// Looks for packages that npm has recorded and that cannot be loaded any more: a disk that was full, a tool that cleaned up.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** A package that refuses to be imported whole, and the parts of it that are. */
const PARTS = { "@noble/hashes": ["@noble/hashes/hmac.js", "@noble/hashes/sha2.js"] };

/** Runs in a process of its own: a native library that does not fit may end it. Reading from a file keeps `import` relative to the clone. */
const LOAD = `
const { readFileSync, statSync } = require("node:fs");
const { join } = require("node:path");
const lost = (words) => { console.log("DAMAGED " + words); process.exit(0); };
(async () => {
  for (const [name, part] of JSON.parse(process.argv[1])) {
    process.stdout.write("LOADING " + name + "\\n");
    const folder = join("node_modules", name);
    let manifest;
    try {
      manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    } catch {
      lost(name + " (package.json)");
    }
    if (!manifest.main && !manifest.exports && manifest.types) {
      if (!statSync(join(folder, manifest.types), { throwIfNoEntry: false })?.size) lost(name);
      continue;
    }
    try {
      const { default: main, ...named } = await import(part);
      const isEmpty = Object.keys(named).length === 0 && Object.keys(main ?? {}).length === 0;
      if (isEmpty && typeof main !== "function") lost(name + " (its main file is empty)");
    } catch (error) {
      // One that asks for a browser has been read and understood.
      if (error instanceof ReferenceError) continue;
      lost(name + " (" + String(error.message).split("\\n")[0] + ")");
    }
  }
  console.log("WHOLE");
  process.exit(0);
})();`;

/**
 * Loads each package that the project asks for, with all that these load.
 * @param {string} root the clone
 * @returns {Promise<string | undefined>} which one cannot be loaded, as half a sentence; nothing when all can
 */
export async function damagedPackage(root) {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const all = Object.keys(dependencies).flatMap((name) =>
    (PARTS[name] ?? [name]).map((part) => [name, part]),
  );
  const output = await runNode(["-e", LOAD, JSON.stringify(all)], root);
  if (/^WHOLE$/m.test(output)) return undefined;
  const [, words] = /^DAMAGED (.*)$/m.exec(output) ?? [];
  const last = [...output.matchAll(/^LOADING (.*)$/gm)].at(-1)?.[1];
  return `the package ${words ?? last ?? "folder"} cannot be loaded`;
}

function runNode(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "pipe", "ignore"] });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.on("error", () => resolve(output));
    child.on("close", () => resolve(output));
  });
}
