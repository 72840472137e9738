// Sets the clone up and runs a command: what kernel-setup/run.mjs does on a Node that is new enough.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { SetupFailure } from "./failure.mjs";
import { install } from "./install.mjs";
import { ROOT } from "./root.mjs";

/** Commands of developers need the packages for development too. */
const DEVELOPERS = ["check", "lessons"];

/**
 * @param {string[]} argv name of the command, then its arguments
 * @returns {Promise<number>} the exit code
 */
export async function run([name, ...args]) {
  const names = commandNames();
  if (!names.includes(name)) {
    const came = name === undefined ? "none was named" : `"${name}" was named`;
    console.error(
      `kernel-setup/run.mjs: expected one of the commands ${names.join(", ")}, but ${came}.`,
    );
    return 2;
  }
  if (name === "build" && args.some((arg) => arg !== "--force")) {
    console.error(`npm run build: expected --force or nothing, but got ${args.join(" ")}.`);
    return 2;
  }
  const file = path.join(ROOT, "dist", "kernel-setup", "commands", `${name}.js`);
  let failure;
  try {
    await install({ dev: DEVELOPERS.includes(name) });
    await build({
      force: name === "build" && args.includes("--force"),
      check: name === "build" || DEVELOPERS.includes(name),
    });
  } catch (error) {
    // The doctor works on a broken clone too, as long as an earlier build has left it there.
    if (name !== "doctor" || !fs.existsSync(file)) {
      if (!(error instanceof SetupFailure)) throw error;
      console.error(`${error.message}\nThe command for it: ${error.repair}`);
      return 1;
    }
    failure = error;
  }
  if (name === "build") return 0;
  const command = await import(pathToFileURL(file).href);
  return command.default.main(args, failure);
}

function commandNames() {
  const sources = fs.readdirSync(path.join(ROOT, "kernel-setup", "commands"));
  const commands = sources.filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3));
  return ["build", ...commands.sort()];
}
