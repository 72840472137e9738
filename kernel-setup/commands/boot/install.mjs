// Installs the packages of the lock file, once: later calls see from npm's record that nothing is to do.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { SetupFailure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { ROOT } from "./root.mjs";
import { removeUnusedFiles } from "./unused-files.mjs";
import { whereWritable } from "./writable.mjs";

export const REPAIR = "npm ci --ignore-scripts";

/**
 * Compares node_modules with the lock file. npm's own record of what it has installed is the stamp:
 * npm writes it last, so half an installation has none.
 * @param {string} root the clone
 * @param {boolean} dev whether the packages for development are wanted too
 * @returns {string | undefined} what is missing, as half a sentence; nothing when all is there
 */
export function missingInstall(root, dev) {
  const locked = readJson(path.join(root, "package-lock.json"));
  if (!locked)
    throw new SetupFailure(
      "packages",
      "package-lock.json is missing from the clone, or damaged.",
      "git checkout package-lock.json",
    );
  const record = readJson(path.join(root, "node_modules", ".package-lock.json"));
  if (!record) return "no packages are installed yet";
  for (const [place, wanted] of Object.entries(locked.packages)) {
    if (place === "" || !isNeeded(wanted, dev)) continue;
    const name = place.replace(/^.*node_modules\//, "");
    const found = record.packages?.[place];
    if (!found) return `${name} is not installed`;
    if (found.version !== wanted.version)
      return `${name} is ${found.version}, the lock file wants ${wanted.version}`;
    if (!fs.existsSync(path.join(root, place, "package.json"))) return `${name} is damaged`;
  }
  return undefined;
}

/**
 * Installs the clone's packages unless all are there; one process at a time, and none where it cannot write.
 * @param {{ root?: string, dev?: boolean, say?: (line: string) => void }} [options]
 * @returns {Promise<boolean>} whether npm had to run
 */
export async function install({ root = ROOT, dev = false, say = console.error } = {}) {
  const missing = missingInstall(root, dev);
  if (!missing) return false;
  const due = {
    what: "packages",
    reason: missing,
    command: dev ? "npm ci --ignore-scripts" : "npm run build",
  };
  return whereWritable(root, due, () =>
    withLock(root, say, async () => {
      const reason = missingInstall(root, dev);
      if (!reason) return false; // the process we waited for did it
      say(`Installing the packages (${reason}) …`);
      const started = Date.now();
      await npmCi(root, dev);
      removeUnusedFiles(root);
      const still = missingInstall(root, dev);
      if (still)
        throw new SetupFailure("packages", `npm has installed the packages, but ${still}.`, REPAIR);
      say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
      return true;
    }),
  );
}

/**
 * Installs a folder that has a lock file of its own, such as the tests' browser.
 * @param {string} folder
 * @param {{ say?: (line: string) => void }} [options]
 */
export function installFolder(folder, { say = console.error } = {}) {
  const name = path.relative(ROOT, folder);
  return install({ root: folder, dev: true, say: (line) => say(`${name}: ${line}`) });
}

function isNeeded(entry, dev) {
  if ((entry.dev || entry.devOptional) && !dev) return false;
  if (!entry.optional) return true;
  // npm looks closer at an optional package (the C library, say) than it pays to repeat here.
  return !entry.libc && fits(entry.os, process.platform) && fits(entry.cpu, process.arch);
}

function fits(allowed, value) {
  if (!allowed) return true;
  if (allowed.includes(`!${value}`)) return false;
  return allowed.includes(value) || allowed.every((one) => one.startsWith("!"));
}

async function npmCi(root, dev) {
  const args = [
    "ci",
    "--ignore-scripts",
    dev ? "--include=dev" : "--omit=dev",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { code, output } = await runNpm(args, root);
  if (code === 0) return;
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/.test(
      output,
    )
  )
    throw new SetupFailure(
      "packages",
      `${output}\nThe packages could not be fetched, because npm's registry did not answer. ` +
        "Connect to the internet and run the same command again: it is needed this once, afterwards everything works offline.",
      REPAIR,
    );
  throw new SetupFailure(
    "packages",
    `${output}\nnpm could not install the packages (its words stand above).`,
    REPAIR,
  );
}

/**
 * How npm is started: by the npm that started us, or the one beside Node, or the one on PATH.
 * @returns {{ command: string, before: string[], shell: boolean }}
 */
export function findNpm(env = process.env, node = process.execPath, platform = process.platform) {
  const beside = path.join(path.dirname(node), "node_modules", "npm", "bin", "npm-cli.js");
  const above = path.join(
    path.dirname(node),
    "..",
    "lib",
    "node_modules",
    "npm",
    "bin",
    "npm-cli.js",
  );
  const own = env.npm_execpath ?? "";
  for (const script of [own, beside, above])
    if (path.basename(script) === "npm-cli.js" && fs.existsSync(script))
      return { command: node, before: [script], shell: false };
  // Node refuses to start .cmd files without a shell; our arguments hold nothing that a shell would read.
  return platform === "win32"
    ? { command: "npm.cmd", before: [], shell: true }
    : { command: "npm", before: [], shell: false };
}

function runNpm(args, cwd) {
  const { command, before, shell } = findNpm();
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], {
      cwd,
      shell,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (error) =>
      resolve({ code: 1, output: `npm could not be started: ${error.message}.` }),
    );
    child.on("close", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
