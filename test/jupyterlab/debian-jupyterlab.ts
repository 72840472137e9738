import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Jupyter } from "../../kernel-setup/setup/find-jupyter";
import { inProject } from "../support/project";

const FOLDER = inProject(".jupyter", "debian-jupyterlab");
const PYTHON = join(FOLDER, "python");
const KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg";
/** What JupyterLab's package asks for and its server does not need: sources of its page, compilers. */
const LEFT_OUT =
  /^(node-|nodejs|libnode|yarnpkg|webpack|gcc|g\+\+|cpp|binutils|perl|libperl|fonts-)|-doc_/;

/** Why there can be no JupyterLab of Debian's on this machine; nothing when there can. */
function noDebianLab(): string | undefined {
  if (process.platform !== "linux" || process.arch !== "x64") return "it is no Linux on x64";
  if (!existsSync("/usr/bin/apt-get") || !existsSync(KEYS)) return "it is no Debian";
  return undefined;
}

/**
 * JupyterLab 4.0 as Debian 13 has it, unpacked into a folder of the project: nothing is installed,
 * and its Python runs on its own C library. The first call fetches 200 MB and takes a minute or two.
 *
 * @returns why there is none, as half a sentence, when it cannot be had on this machine
 */
export function debianJupyterLab(): Jupyter | string {
  const reason = noDebianLab();
  if (reason !== undefined) return reason;
  try {
    if (!existsSync(PYTHON)) fetchPackages();
  } catch (error) {
    return `it could not be fetched: ${(error as Error).message}`;
  }
  const version = execFileSync(PYTHON, ["-m", "jupyterlab", "--version"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"], // it misses a compiler that was left out
  });
  return {
    name: "JupyterLab",
    version: version.trim(),
    command: PYTHON,
    before: ["-m", "jupyterlab"],
  };
}

function fetchPackages(): void {
  console.log("      Fetching JupyterLab from Debian (about 200 MB) …");
  const apt = join(FOLDER, "apt");
  for (const folder of ["lists/partial", "cache/archives/partial"])
    mkdirSync(join(apt, folder), { recursive: true });
  writeFileSync(join(apt, "status"), "");
  writeFileSync(
    join(apt, "sources.list"),
    `deb [signed-by=${KEYS}] http://deb.debian.org/debian trixie main\n`,
  );
  const settings = [
    `Dir::State=${apt}`,
    `Dir::State::lists=${apt}/lists`,
    `Dir::State::status=${apt}/status`,
    `Dir::Cache=${apt}/cache`,
    `Dir::Etc::sourcelist=${apt}/sources.list`,
    "Dir::Etc::sourceparts=/dev/null",
    "APT::Install-Recommends=false",
    "APT::Sandbox::User=root",
  ].flatMap((setting) => ["-o", setting]);
  const run = (command: string, args: string[]) =>
    execFileSync(command, args, { stdio: "pipe", encoding: "utf8" });
  run("apt-get", [...settings, "-qq", "update"]);
  run("apt-get", [...settings, "-qq", "-y", "--download-only", "install", "jupyterlab"]);
  const archives = join(apt, "cache", "archives");
  const root = join(FOLDER, "root");
  for (const file of readdirSync(archives)) {
    if (file.endsWith(".deb") && !LEFT_OUT.test(file))
      run("dpkg", ["-x", join(archives, file), root]);
  }
  rmSync(apt, { recursive: true });
  const script = [
    "#!/bin/sh",
    `export PYTHONHOME="${root}/usr"`,
    `exec "${root}/usr/lib64/ld-linux-x86-64.so.2" --library-path "${root}/usr/lib/x86_64-linux-gnu" "${root}/usr/bin/python3" "$@"`,
    "",
  ];
  // Last, and whole: what is there is complete.
  writeFileSync(`${PYTHON}.new`, script.join("\n"), { mode: 0o755 });
  renameSync(`${PYTHON}.new`, PYTHON);
}
