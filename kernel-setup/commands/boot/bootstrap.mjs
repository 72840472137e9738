// Sets the clone up and runs a command: what kernel-setup/commands/boot/run.mjs does on a Node that is new enough.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, damagedBuild } from "./build.mjs";
import { SetupFailure } from "./failure.mjs";
import { install, REPAIR } from "./install.mjs";
import { damagedPackage } from "./packages.mjs";
import { ROOT } from "./root.mjs";
import { advice } from "./writable.mjs";

/** Commands of developers need the packages for development too, and write into the clone. */
const DEVELOPERS = ["check", "lessons"];

/** The site runs cells in its pages. */
const BUNDLED = ["build", "site"];

/** The exit code of a command that was told to end. */
const ENDED = 143;

/**
 * @param {string[]} argv name of the command, then its arguments
 * @returns {Promise<number>} the exit code
 */
export async function run([name, ...args]) {
  const names = commandNames();
  if (!names.includes(name)) {
    const came = name === undefined ? "none was named" : `"${name}" was named`;
    console.error(
      `kernel-setup/commands/boot/run.mjs: expected one of the commands ${names.join(", ")}, but ${came}.`,
    );
    return 2;
  }
  if (name === "build" && args.some((arg) => arg !== "--force")) {
    console.error(`npm run build: expected --force or nothing, but got ${args.join(" ")}.`);
    return 2;
  }
  const file = path.join(ROOT, "dist", "kernel-setup", "commands", `${name}.js`);
  const parent = process.ppid;
  let failure;
  try {
    await install({ dev: DEVELOPERS.includes(name) });
    await build({
      bundle: BUNDLED.includes(name),
      force: name === "build" && args.includes("--force"),
      check: name === "build" || DEVELOPERS.includes(name),
    });
  } catch (error) {
    failure = await explained(error);
    // The doctor works on a broken clone too, as long as an earlier build has left it there.
    if (name !== "doctor" || !fs.existsSync(file)) return tell(failure);
  }
  // npm was told to end meanwhile, and has left without telling.
  const isByNpm = process.env.npm_lifecycle_event?.replace(":", "-") === name;
  if (isByNpm && process.ppid !== parent) return ENDED;
  if (name === "build") return 0;
  try {
    const command = await import(pathToFileURL(file).href);
    return await command.default.main(args, failure);
  } catch (error) {
    return tell(await explained(error));
  }
}

/** What went wrong, unless it is no wonder: then what of the installation is damaged. */
async function explained(error) {
  const isKnown = error.what === "packages" || /\berror TS\d+/.test(error.message);
  if (error instanceof SetupFailure && isKnown) return error;
  const lost = await damagedPackage(ROOT);
  if (lost) return damage("packages", lost, REPAIR);
  if (error instanceof SetupFailure) return error;
  const damaged = damagedBuild(ROOT);
  return damaged ? damage("build", damaged, "npm run build -- --force") : error;
}

const damage = (what, words, repair) =>
  new SetupFailure(what, `The command could not run, because ${words}.`, advice(ROOT, repair));

/** @returns {number} the exit code */
function tell(failure) {
  if (!(failure instanceof SetupFailure)) throw failure;
  const repair = failure.repair && `\nThe command for it: ${failure.repair}`;
  console.error(`${failure.message}${repair ?? ""}`);
  return 1;
}

function commandNames() {
  const sources = fs.readdirSync(path.join(ROOT, "kernel-setup", "commands"));
  const commands = sources.filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3));
  return ["build", ...commands.sort()];
}
