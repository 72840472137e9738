import { type ExecFileSyncOptions, execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Jupyter } from "../../kernel-setup/commands/parts/find-jupyter";
import { inProject, PROJECT } from "../support/project";

const FOLDER = inProject(".jupyter", "debian-testing");
const PACKAGES = ["jupyterlab", "jupyter-notebook", "python3-ipykernel", "nodejs"];
/** JupyterLab takes cells that are out of sight out of its page since this version. */
const OLDEST = [4, 4];

/**
 * Runs a command inside of a Debian, which sees this project at its own place. The mounts are of a
 * namespace of its own: they end with the command, however that ends.
 */
const INSIDE = `set -e
debian=$1 project=$2
shift 2
for place in "$project" /proc /dev /sys; do
  mkdir -p "$debian$place"
  if [ "$place" = "$project" ]; then mount --bind "$place" "$debian$place"; else mount --rbind "$place" "$debian$place"; fi
done
exec chroot "$debian" /usr/bin/env TMPDIR=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"`;

const inside = (folder: string): string[] => [
  ...["--mount", "--propagation", "private"],
  ...["/bin/sh", "-c", INSIDE, "sh", folder, PROJECT],
];

/** What a Debian testing has for these tests. */
export interface DebianTesting {
  lab: Jupyter;
  notebook: Jupyter;
  /** What the kernel runs on there. */
  node: { path: string; version: string };
}

let found: DebianTesting | string | undefined;

/**
 * JupyterLab and Notebook 7 as Debian testing has them, in a folder of the project: nothing is
 * installed on this machine. The first call fetches 300 MB and takes some minutes; remove the folder
 * to have newer versions.
 *
 * @returns why there is none, as half a sentence, when it cannot be had on this machine
 */
export function debianTesting(): DebianTesting | string {
  found ??= find();
  return found;
}

function find(): DebianTesting | string {
  const reason = noDebian();
  if (reason !== undefined) return reason;
  if (!existsSync(FOLDER)) {
    try {
      fetchDebian();
    } catch (error) {
      const { message, stderr, stdout } = error as Error & { stderr?: string; stdout?: string };
      return `it could not be fetched: ${[message, stdout, stderr].join("\n").slice(-2000)}`;
    }
  }
  const version = (...command: string[]) =>
    execFileSync("unshare", [...inside(FOLDER), ...command], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  const front = (name: Jupyter["name"], command: string): Jupyter => ({
    name,
    version: version(command, "--version"),
    command: "unshare",
    before: [...inside(FOLDER), command],
  });
  const lab = front("JupyterLab", "/usr/bin/jupyter-lab");
  const notebook = front("Notebook", "/usr/bin/jupyter-notebook");
  const node = { path: "/usr/bin/node", version: version("/usr/bin/node", "--version") };
  console.log(
    `      Debian testing: JupyterLab ${lab.version}, Notebook ${notebook.version}, Node ${node.version}`,
  );
  const [major, minor] = lab.version.split(".").map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    return `it has JupyterLab ${lab.version}, which is older than ${OLDEST.join(".")}`;
  }
  return { lab, notebook, node };
}

/** Why there can be no other Debian on this machine; nothing when there can. */
function noDebian(): string | undefined {
  if (process.platform !== "linux") return "this is no Linux";
  if (!/^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"))) return "this is no Debian";
  if (process.getuid?.() !== 0) return "only root may unpack it";
  if (spawnSync("unshare", ["--mount", "true"]).status !== 0) return "nothing may be mounted here";
  if (!existsSync(FOLDER) && !existsSync("/usr/sbin/debootstrap")) {
    return "debootstrap is not installed";
  }
  return undefined;
}

function fetchDebian(): void {
  console.log("      Fetching JupyterLab and Notebook from Debian testing (300 MB) …");
  const draft = `${FOLDER}.new`;
  rmSync(draft, { recursive: true, force: true });
  const options: ExecFileSyncOptions = {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" },
  };
  execFileSync("debootstrap", ["--variant=minbase", "testing", draft, mirror()], options);
  const write = (path: string, text: string) => {
    mkdirSync(join(draft, path, ".."), { recursive: true });
    writeFileSync(join(draft, path), text);
  };
  // This machine's own way to its packages: proxies, and whether old lists will do.
  const own = execFileSync("apt-config", ["dump", "Acquire"], { encoding: "utf8" });
  write("etc/apt/apt.conf.d/00machine", own);
  // Half of all files, and for people; and no waiting for the disk.
  const spared = ["/usr/share/nodejs/@stdlib/*", "/usr/share/doc/*", "/usr/share/man/*"];
  const sparing = [...spared.map((path) => `path-exclude=${path}`), "force-unsafe-io"];
  write("etc/dpkg/dpkg.cfg.d/sparing", `${sparing.join("\n")}\n`);
  const get = (...args: string[]) =>
    execFileSync("unshare", [...inside(draft), "apt-get", "-qq", ...args], options);
  get("update");
  get("install", "--yes", "--no-install-recommends", ...PACKAGES);
  get("clean");
  renameSync(draft, FOLDER); // last, and whole: what is there is complete
}

/** Where this machine gets its Debian from. */
function mirror(): string {
  const release = /^VERSION_CODENAME=(.+)$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
  const targets = execFileSync(
    "apt-get",
    ["indextargets", "--format", "$(REPO_URI) $(RELEASE) $(COMPONENT)", "Created-By: Packages"],
    { encoding: "utf8" },
  );
  const own = [release, "stable", "testing", "unstable"].map((name) => `${name} main`);
  for (const [, uri, suite] of targets.matchAll(/^(\S+) (\S+ \S+)$/gm)) {
    if (own.includes(suite)) return uri;
  }
  throw new Error(`expected a source of ${release} main in /etc/apt, but got:\n${targets}`);
}
