import { homedir } from "node:os";
import { posix, win32 } from "node:path";

/** What decides where Jupyter keeps its data: so that every system can be asked about on any other. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Record<string, string | undefined>;
  /** The user's home folder. */
  home: string;
}

/** The machine that this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}

/** The `path` module of the machine's system. */
export function pathOf(machine: Machine): typeof posix {
  return machine.platform === "win32" ? win32 : posix;
}

/**
 * The user's Jupyter data folder, where `kernels/` of this user live.
 *
 * Source: jupyter_core's documentation, "Common Directories and File Locations", data files.
 *
 * @example
 * userDataFolder({ platform: "linux", env: {}, home: "/home/ada" }); // /home/ada/.local/share/jupyter
 */
export function userDataFolder(machine: Machine): string {
  const { env, home } = machine;
  const { join, resolve } = pathOf(machine);
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (machine.platform === "darwin") return join(home, "Library", "Jupyter");
  if (machine.platform === "win32") {
    if (env.APPDATA) return resolve(env.APPDATA, "jupyter");
    return join(env.JUPYTER_CONFIG_DIR || join(home, ".jupyter"), "data");
  }
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

/** The data folders of the whole machine. */
export function systemDataFolders(machine: Machine): string[] {
  if (machine.platform !== "win32") return ["/usr/local/share/jupyter", "/usr/share/jupyter"];
  return machine.env.PROGRAMDATA ? [win32.join(machine.env.PROGRAMDATA, "jupyter")] : [];
}

/** The data folder of the active virtual or conda environment, if there is one. */
function environmentDataFolders(machine: Machine): string[] {
  const { VIRTUAL_ENV, CONDA_PREFIX } = machine.env;
  const { join } = pathOf(machine);
  return [VIRTUAL_ENV, CONDA_PREFIX]
    .filter((prefix) => prefix !== undefined && prefix !== "")
    .map((prefix) => join(prefix as string, "share", "jupyter"));
}

/** Whether an active environment's kernels hide the user's own, as jupyter_core decides it. */
function prefersEnvironment({ env }: Machine): boolean {
  const wish = env.JUPYTER_PREFER_ENV_PATH;
  if (wish !== undefined)
    return !["no", "n", "false", "off", "0", "0.0"].includes(wish.toLowerCase());
  if (env.VIRTUAL_ENV) return true;
  return Boolean(env.CONDA_PREFIX) && (env.CONDA_DEFAULT_ENV ?? "base") !== "base";
}

/**
 * Jupyter's data search path, the first folder first: `JUPYTER_PATH`, then `also`, then the user's,
 * the environment's and the machine's folders.
 *
 * @param also Folders of a project, which win over everything but an explicit `JUPYTER_PATH`.
 */
export function dataFolders(machine: Machine, also: string[] = []): string[] {
  const { env, home } = machine;
  const { delimiter, join } = pathOf(machine);
  const named = (env.JUPYTER_PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    // As jupyter_core does: "/a/" and "/a" are one folder.
    .map((folder) => folder.replace(/(?<=[^:\\/])[\\/]+$/, ""));
  const user = [userDataFolder(machine)];
  // Python's user site, where `pip install --user` puts kernels whatever XDG_DATA_HOME says.
  if (machine.platform !== "win32" && machine.platform !== "darwin") {
    user.push(join(home, ".local", "share", "jupyter"));
  }
  const environment = environmentDataFolders(machine);
  const middle = prefersEnvironment(machine)
    ? [...environment, ...user]
    : [...user, ...environment];
  return [...new Set([...named, ...also, ...middle, ...systemDataFolders(machine)])];
}

/** The folders that hold kernelspecs, the first searched first. */
export function kernelFolders(machine: Machine, also: string[] = []): string[] {
  const { join } = pathOf(machine);
  return dataFolders(machine, also).map((folder) => join(folder, "kernels"));
}
