import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { FoundKernelSpec } from "../kernelspecs/spec";
import { systemWords } from "../notebook-files/system-words";
import { type ConnectionFile, writeConnectionFile } from "./connection";
import { deathWords, exitCode } from "./death-words";
import { KernelError } from "./kernel-error";

/** How much of a kernel's own stderr is kept for the report of its death. */
const TAIL = 4000;

/** How long the last of a kernel's stderr may take, and what the kernel leaves behind to end by itself. */
const DRAIN_MS = 200;
const GRACE_MS = 200;
const LOOK_MS = 10;

/** Kernels still alive; they must not outlive this process, however it ends. */
const alive = new Set<KernelProcess>();

process.on("exit", () => {
  for (const kernel of alive) kernel.kill("SIGKILL");
});

/** Replaces `${NAME}` by the environment's value, as Jupyter does in a spec's env. */
function substitute(text: string, env: NodeJS.ProcessEnv): string {
  return text.replace(/\$\{(\w+)\}/g, (all, name) => env[name] ?? all);
}

/** The process of one kernel, with the connection it was given. */
export class KernelProcess {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #file: ConnectionFile;
  #tail = "";
  #reason: string | undefined;
  /** Set once the process has ended. */
  death: KernelError | undefined;
  /** Fulfilled once the process has ended. */
  readonly ended: Promise<void>;

  private constructor(
    found: FoundKernelSpec,
    cwd: string,
    file: ConnectionFile,
    child: ChildProcess,
  ) {
    this.name = found.name;
    this.#file = file;
    this.#child = child;
    const keep = (data: Buffer) => {
      this.#tail = (this.#tail + data).slice(-TAIL);
    };
    // Both are read: a kernel that fills an unread pipe stands still.
    child.stdout?.on("data", () => {});
    child.stderr?.on("data", keep);
    this.ended = new Promise((resolve) => {
      const end = (reason: string) => {
        const words = deathWords(this.#tail, this.#reason);
        this.death = new KernelError(`The kernel "${this.name}" ${reason}${words}`);
        alive.delete(this);
        file.release();
        resolve();
      };
      child.on("error", (error) => {
        // Another one than that of a start: a signal that could not be sent.
        if (child.pid !== undefined) return;
        // Node names the command, also where it is the folder that is missing.
        const why = existsSync(cwd) ? error.message : "its folder is not there";
        end(`could not be started (${why})`);
      });
      child.on("exit", async (code, signal) => {
        const reason = signal ? `was ended by ${signal}` : `ended with ${exitCode(code)}`;
        // "close" comes after the last of stderr; whoever holds that open is not waited for.
        const closed = new Promise((resolve) => child.once("close", resolve));
        await Promise.all([Promise.race([closed, sleep(DRAIN_MS)]), this.#endGroup()]);
        // Nor does it keep this process from its end.
        child.stdout?.destroy();
        child.stderr?.destroy();
        end(reason);
      });
    });
    alive.add(this);
  }

  get connection() {
    return this.#file.connection;
  }

  /** Starts a kernelspec's command in a folder. */
  static async start(
    found: FoundKernelSpec,
    cwd: string,
    env: Record<string, string> = {},
  ): Promise<KernelProcess> {
    const noStart = (why: string) =>
      new KernelError(`The kernel "${found.name}" could not be started: ${why}.`);
    const file = await writeConnectionFile(found.name).catch((error: Error) => {
      throw noStart(error.message);
    });
    const [command, ...args] = found.spec.argv.map((arg) =>
      arg
        .replaceAll("{connection_file}", () => file.path)
        .replaceAll("{resource_dir}", () => found.folder),
    );
    const own = Object.entries(found.spec.env ?? {}).map(([k, v]) => [
      k,
      substitute(v, process.env),
    ]);
    try {
      const child = spawn(command, args, {
        cwd,
        env: {
          ...process.env,
          ...Object.fromEntries(own),
          // Kernels that know it end with their parent.
          JPY_PARENT_PID: `${process.pid}`,
          // Ours then removes it, since nobody is left who would.
          KERNEL_CONNECTION_FOLDER: file.folder,
          ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
        // A group of its own: Ctrl-C reaches this process only, which ends its kernels in good order.
        detached: process.platform !== "win32",
        windowsHide: true,
      });
      return new KernelProcess(found, cwd, file, child);
    } catch (error) {
      file.release();
      throw noStart(systemWords(error) ?? (error as Error).message);
    }
  }

  /** Keeps what the kernel itself said of its end. */
  explain(reason: string): void {
    this.#reason = reason;
  }

  /** Sends a signal to the kernel and the processes it started. */
  kill(signal: NodeJS.Signals): void {
    if (this.death) return;
    if (process.platform === "win32") this.#child.kill(signal);
    else this.#signalGroup(signal);
  }

  /** Ends the kernel without asking, with what it has started: SIGTERM, and SIGKILL when that is not enough. */
  async end(graceMs = 500): Promise<void> {
    this.kill("SIGTERM");
    if (await this.endsWithin(graceMs)) return;
    this.kill("SIGKILL");
    await this.ended;
  }

  /**
   * Ends what the kernel, which is over, has started and left: also what stands still or does not listen.
   * Only what has left the kernel's group of processes lives on. Windows has no such groups.
   */
  async #endGroup(): Promise<void> {
    if (process.platform === "win32") return;
    const late = Date.now() + GRACE_MS;
    this.#signalGroup("SIGTERM");
    while (this.#signalGroup(0)) {
      if (Date.now() >= late) {
        this.#signalGroup("SIGKILL");
        return;
      }
      await sleep(LOOK_MS);
    }
  }

  /** @returns whether there is still anybody in the kernel's group. */
  #signalGroup(signal: NodeJS.Signals | 0): boolean {
    const { pid } = this.#child;
    if (pid === undefined) return false;
    try {
      return process.kill(-pid, signal);
    } catch {
      // It has just ended by itself.
      return false;
    }
  }

  /** Waits for the end, at most so many milliseconds. */
  async endsWithin(ms: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ms);
    });
    try {
      return await Promise.race([this.ended.then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
