import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { thisMachine, userDataFolder } from "../../jupyter/kernelspecs/jupyter-paths";
import { writeFileWhole } from "../../jupyter/notebook-files/write-file-whole";
import type { Jupyter } from "./find-jupyter";

/** A page with notebooks, served from this machine. */
export interface NotebookServer {
  /** The address to open, with its token. */
  url: string;
  /** Ends the server and its kernels. */
  stop(): Promise<void>;
  /** Settled when the server has ended by itself or by `stop`; what it said last. */
  ended: Promise<string>;
}

/** Which Jupyter is started, and where it keeps and finds its things. */
export interface JupyterOptions {
  jupyter: Jupyter;
  /** The folder that all of Jupyter's own files go into. */
  home: string;
  /** The project's Jupyter folder, whose kernels are found; else `home`. */
  kernels?: string;
  /** The folder that is served. */
  notebooks: string;
  /** The folder inside it that is shown first. */
  first: string;
  port: number;
  /** Ends Jupyter, also before it has answered. */
  signal?: AbortSignal;
  /** How long Jupyter may take to answer. */
  timeoutMs?: number;
}

/** How long Jupyter may take to shut its kernels down, before it is killed. */
const GRACE_MS = 10_000;

/**
 * Starts Jupyter with the project's kernel, and waits until it answers.
 * Nothing of the user's is read or written: settings, signatures and logs are the project's.
 *
 * @returns The running server; or the ended one, when `signal` came before it answered.
 * @throws Error with Jupyter's last words when it ends or does not answer.
 */
export async function startJupyter(options: JupyterOptions): Promise<NotebookServer> {
  const { jupyter, home, kernels, notebooks, first, port, signal, timeoutMs = 60_000 } = options;
  const token = randomBytes(24).toString("hex");
  writeSettings(home);
  const logFile = join(home, `jupyter-${port}.log`);
  const log = openSync(logFile, "w");
  const child = spawn(jupyter.command, [...jupyter.before, ...jupyterArguments(port, notebooks)], {
    cwd: notebooks,
    env: jupyterEnvironment(home, token, kernels),
    stdio: ["ignore", log, log],
    // Its own process group: Ctrl-C reaches us alone, and we shut it down in order.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  closeSync(log);
  const lastWords = () => readFileSync(logFile, "utf8").split("\n").slice(-12).join("\n").trim();
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", () => resolve(lastWords()));
  });
  const api = (path: string) => `http://127.0.0.1:${port}/api/${path}?token=${token}`;
  const stop = () => stopJupyter(child, api("shutdown"), ended);
  const folder = `${jupyter.name === "JupyterLab" ? "lab/tree" : "tree"}/${first}`;
  const url = `http://127.0.0.1:${port}/${folder}?token=${token}`;
  const endWithUs = () => endTree(child);
  process.once("exit", endWithUs);
  signal?.addEventListener("abort", stop);
  let alive = true;
  void ended.then(() => {
    alive = false;
    process.off("exit", endWithUs);
    signal?.removeEventListener("abort", stop);
  });
  for (const deadline = Date.now() + timeoutMs; !(await answers(api("status"))); ) {
    if (!alive && signal?.aborted) break;
    if (!alive) throw new Error(`${jupyter.name} ended before it answered:\n${await ended}`);
    if (Date.now() > deadline) {
      await stop();
      throw new Error(
        `expected ${jupyter.name} to answer within ${timeoutMs / 1000} s, but got:\n${lastWords()}`,
      );
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  return { url, stop, ended };
}

/** Arguments that JupyterLab, Notebook 7 and Notebook 6 all understand. */
export function jupyterArguments(port: number, notebooks: string): string[] {
  const args = [
    "--no-browser",
    "--ip=127.0.0.1",
    `--port=${port}`,
    "--port-retries=0",
    `--notebook-dir=${notebooks}`,
  ];
  // In a container one is root; Jupyter wants to hear that this is meant.
  return process.getuid?.() === 0 ? [...args, "--allow-root"] : args;
}

/** The environment: the project's kernels first, then all the user has; every file Jupyter writes into `home`. */
export function jupyterEnvironment(
  home: string,
  token: string,
  kernels = home,
  machine = thisMachine(),
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...machine.env };
  // These would lead back to the user's settings, a password of theirs among them.
  for (const name of [
    "JUPYTER_CONFIG_PATH",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
  ])
    delete env[name];
  return {
    ...env,
    JUPYTER_PATH: [kernels, env.JUPYTER_PATH, userDataFolder(machine)]
      .filter(Boolean)
      .join(delimiter),
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    // Not an argument: other users of the machine can read those.
    JUPYTER_TOKEN: token,
  };
}

/** JupyterLab asks a newcomer whether it may fetch news; here nothing is fetched. */
function writeSettings(home: string): void {
  const folder = join(home, "config", "lab", "user-settings", "@jupyterlab", "apputils-extension");
  const file = join(folder, "notification.jupyterlab-settings");
  for (const name of ["data", "runtime"]) mkdirSync(join(home, name), { recursive: true });
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true });
  writeFileWhole(file, `${JSON.stringify({ fetchNews: "false", checkForUpdates: false })}\n`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function stopJupyter(
  child: ChildProcess,
  shutdown: string,
  ended: Promise<string>,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  if (process.platform === "win32") {
    await fetch(shutdown, { method: "POST", signal: AbortSignal.timeout(2000) }).catch(() => {});
  } else {
    child.kill("SIGTERM");
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      endTree(child);
      resolve();
    }, GRACE_MS);
  });
  await Promise.race([ended, late]);
  clearTimeout(timer);
  await ended;
}

/** Kernels end by themselves when their server is gone. */
function endTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has just ended.
  }
}
