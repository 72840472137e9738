import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** An installed Jupyter front end. */
export interface Jupyter {
  name: "JupyterLab" | "Notebook";
  version: string;
  /** How it is started: a command, and what stands before its own arguments. */
  command: string;
  before: string[];
}

type Env = Record<string, string | undefined>;

/** What to install when there is none. */
export const INSTALL_JUPYTER = "pip install jupyterlab";

/**
 * Finds JupyterLab, else Notebook: the commands on PATH first, then the modules of a Python.
 * Each is asked for its version, since a command on PATH may be a shell of something uninstalled.
 *
 * @returns Nothing when there is none.
 */
export function findJupyter(env: Env = process.env): Jupyter | undefined {
  const windows = process.platform === "win32";
  const pythons = windows ? ["python.exe", "py.exe"] : ["python3", "python"];
  const onPath = (command: string) => findOnPath(windows ? `${command}.exe` : command, env);
  const candidates: [Jupyter["name"], string | undefined, string[]][] = [
    ["JupyterLab", onPath("jupyter-lab"), []],
    ["Notebook", onPath("jupyter-notebook"), []],
  ];
  for (const python of pythons) {
    candidates.push(["JupyterLab", findOnPath(python, env), ["-m", "jupyterlab"]]);
    candidates.push(["Notebook", findOnPath(python, env), ["-m", "notebook"]]);
  }
  for (const [name, command, before] of candidates) {
    if (command === undefined) continue;
    const version = askVersion(command, before, env);
    if (version !== undefined) return { name, version, command, before };
  }
  return undefined;
}

/** The first file of that name on PATH that may be run. */
export function findOnPath(file: string, env: Env): string | undefined {
  for (const folder of (env.PATH ?? env.Path ?? "").split(delimiter)) {
    if (folder === "") continue;
    const path = join(folder, file);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return undefined;
}

function askVersion(command: string, before: string[], env: Env): string | undefined {
  const asked = spawnSync(command, [...before, "--version"], {
    env: env as NodeJS.ProcessEnv,
    encoding: "utf8",
    timeout: 30_000,
    windowsHide: true,
  });
  return asked.status === 0 ? /\d+(\.\d+)+\S*/.exec(asked.stdout)?.[0] : undefined;
}
