import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseKernelSpec } from "../jupyter/kernelspecs/kernelspec";
import type { KernelSpec } from "../jupyter/kernelspecs/spec";
import { runCommand, type Usage } from "./parts/arguments";
import { brokenSpec, runOneCell } from "./parts/check-kernel";
import { type Finding, findingText, look } from "./parts/checkup";
import { findJupyter, INSTALL_JUPYTER } from "./parts/find-jupyter";
import { commandHome, HOME_OPTION, homeHelp, homeTrouble } from "./parts/learner-home";
import { JUPYTER_FOLDER, KERNEL_NAME, ROOT } from "./parts/project";
import { ownerOf, readUserKernel, userKernelFolder } from "./parts/user-kernel";

const usage = {
  command: "npm run doctor",
  options: HOME_OPTION,
  help: `npm run doctor [-- --home DIR]: looks at Node, the packages, the build, the kernel, Jupyter, and the folder in
which your copies are kept.

${homeHelp(14)}

✓ is fine, ✗ is broken, – is not there and not needed. Below what is not fine stands the command
that mends it, or who can. The exit code is 0 when nothing is broken.`,
} satisfies Usage;

/** What run.mjs could not set up before the doctor came. */
interface SetupFailure extends Error {
  what?: string;
  repair?: string;
}

const REINSTALL = "npm ci --ignore-scripts";
const REBUILD = "npm run build -- --force";

/** Looks at everything a learner needs, and says what mends what is broken. */
export function main(args: string[], failure?: SetupFailure): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    const findings: Finding[] = [];
    const say = (finding: Finding) => {
      findings.push(finding);
      console.log(findingText(finding));
    };
    if (failure) {
      const { what = "set-up", message, repair } = failure;
      say({ what, state: "broken", words: message, repair });
    }
    const advice: Advice = (await bootstrap("writable.mjs")).advice;
    const [reinstall, rebuild] = [REINSTALL, REBUILD].map((command) => advice(ROOT, command));
    say(await lookAtNode());
    if (failure?.what !== "packages") say(await lookAtPackages(reinstall));
    // All that follows needs the packages: what is wrong there is mended by their command alone.
    const chain = hasBroken(findings, "packages") ? [] : [lookAtSpec, lookAtKernel, lookAtLibrary];
    if (chain.length > 0) {
      say(await lookAtZeromq(reinstall));
      if (failure?.what !== "build") say(await lookAtBuild(rebuild));
    }
    // Each of these needs the one before it.
    for (const each of chain) {
      const finding = await each(rebuild);
      say(finding);
      if (finding.state === "broken") break;
    }
    for (const each of [lookAtJupyter, lookAtUserKernel]) say(await each());
    say(await lookAtHome(values.home));
    const broken = findings.filter(({ state }) => state === "broken").length;
    console.log(
      broken === 0 ? "\nAll that is needed is fine." : `\n${broken} broken, see ✗ above.`,
    );
    return broken === 0 ? 0 : 1;
  });
}

const hasBroken = (findings: Finding[], what: string) =>
  findings.some((finding) => finding.what === what && finding.state === "broken");

/** A part of the plain bootstrap, which knows what must be installed and built. */
const bootstrap = (file: string) =>
  import(pathToFileURL(join(ROOT, "kernel-setup", "commands", "boot", file)).href);

/** The command itself for who can run it; for others, whom to ask. */
type Advice = (root: string, command: string) => string;

const lookAtNode = () =>
  look("Node", "https://nodejs.org", () => ({
    state: "fine", // run.mjs refuses an older one
    words: `${process.versions.node}, at ${process.execPath}`,
  }));

const lookAtPackages = (repair: string) =>
  look("packages", repair, async () => {
    const missing: string | undefined = (await bootstrap("install.mjs")).missingInstall(
      ROOT,
      false,
    );
    if (missing) throw new Error(`${missing}.`);
    const damaged: string | undefined = await (await bootstrap("packages.mjs")).damagedPackage(
      ROOT,
    );
    if (damaged) throw new Error(`${damaged}.`);
    return { state: "fine", words: "installed, as the lock file says, and each can be loaded" };
  });

const lookAtZeromq = (repair: string) =>
  look("zeromq", repair, () => {
    // In a process of its own: a native library that does not fit may end the process.
    const code = "console.log(require('zeromq').version)";
    const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", code], {
      cwd: ROOT,
      encoding: "utf8",
    });
    if (status === 0) return { state: "fine", words: `loads, with ZeroMQ ${stdout.trim()}` };
    const reason = /^.*Error:.*$/m.exec(stderr)?.[0] ?? `exit code ${status}`;
    throw new Error(`does not load on ${process.platform} ${process.arch} (${reason}).`);
  });

const lookAtBuild = (repair: string) =>
  look("build", repair, async () => {
    const { missingBuild, damagedBuild } = await bootstrap("build.mjs");
    const missing: string | undefined = missingBuild(ROOT) ?? damagedBuild(ROOT);
    if (missing) throw new Error(`${missing}.`);
    return { state: "fine", words: "current" };
  });

const specFolder = join(JUPYTER_FOLDER, "kernels", KERNEL_NAME);

function projectSpec(): KernelSpec {
  const file = join(specFolder, "kernel.json");
  if (!existsSync(file)) throw new Error(`expected ${file}, but got no such file.`);
  return parseKernelSpec(readFileSync(file, "utf8"), file);
}

const lookAtSpec = (repair: string) =>
  look("kernelspec", repair, () => {
    const broken = brokenSpec(projectSpec());
    if (broken) throw new Error(`${broken}.`);
    return {
      state: "fine",
      words: `${join(specFolder, "kernel.json")} names files that are there`,
    };
  });

const found = () => ({ name: KERNEL_NAME, folder: specFolder, spec: projectSpec() });

const lookAtKernel = (repair: string) =>
  look("kernel", repair, async () => {
    const started = Date.now();
    const result = await runOneCell(found(), ROOT, "1 + 1");
    if (result !== "2") throw new Error(`expected 1 + 1 to be 2, but got ${result}.`);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    return { state: "fine", words: `started, said that 1 + 1 is 2, and ended, in ${seconds} s` };
  });

const lookAtLibrary = (repair: string) =>
  look("library", repair, async () => {
    const { name } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const code = `import * as library from ${JSON.stringify(name)};\nObject.keys(library).length`;
    const count = Number(await runOneCell(found(), ROOT, code));
    if (!(count > 0)) throw new Error(`expected "${name}" to export something, but got nothing.`);
    return { state: "fine", words: `cells import "${name}", which exports ${count} names` };
  });

const lookAtJupyter = () =>
  look("Jupyter", INSTALL_JUPYTER, () => {
    const jupyter = findJupyter();
    if (jupyter)
      return { state: "fine", words: `${jupyter.name} ${jupyter.version}, at ${jupyter.command}` };
    const words = "none found, and none needed: `npm start` opens the lessons without one";
    return { state: "absent", words, repair: INSTALL_JUPYTER };
  });

const lookAtUserKernel = () =>
  look("kernel for all folders", "npm run kernel:install", () => {
    const folder = userKernelFolder(KERNEL_NAME);
    const owner = ownerOf(folder);
    if (owner === "nobody")
      return {
        state: "absent",
        words: "not installed; the lessons need none, your own notebooks elsewhere do",
        repair: "npm run kernel:install",
      };
    if (owner === "foreign")
      return { state: "absent", words: `${folder} holds one from elsewhere, which stays as it is` };
    const broken = brokenSpec(readUserKernel(folder) as KernelSpec);
    if (broken) throw new Error(`in ${folder}: ${broken}.`);
    return { state: "fine", words: `in ${folder}` };
  });

const lookAtHome = (asked: string | undefined) =>
  look("your work", "name a folder that you can write, as in `npm start -- --home DIR`", () => {
    const home = commandHome(asked);
    const trouble = homeTrouble(home);
    if (trouble) throw new Error(trouble);
    return { state: "fine", words: `kept in ${home.copies}, which can be written` };
  });
