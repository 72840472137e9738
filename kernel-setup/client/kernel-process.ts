import { type ChildProcess, spawn } from "node:child_process";
import type { FoundKernelSpec } from "../spec/find-kernelspec";
import { type ConnectionFile, writeConnectionFile } from "./connection";
import { deathWords, exitCode } from "./death-words";

/** The kernel ended, did not start, or broke the protocol. */
export class KernelError extends Error {
  override name = "KernelError";
}

/** How much of a kernel's own stderr is kept for the report of its death. */
const TAIL = 4000;

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

  private constructor(found: FoundKernelSpec, file: ConnectionFile, child: ChildProcess) {
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
        if (this.death) return;
        const words = deathWords(this.#tail, this.#reason);
        this.death = new KernelError(`The kernel "${this.name}" ${reason}${words}`);
        alive.delete(this);
        file.release();
        resolve();
      };
      child.on("error", (error) => end(`could not be started (${error.message})`));
      // "close" comes after the last of stderr; a grandchild may hold that open, so not for long.
      child.on("exit", (code, signal) => {
        const reason = signal ? `was ended by ${signal}` : `ended with ${exitCode(code)}`;
        child.on("close", () => end(reason));
        setTimeout(() => end(reason), 200);
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
    const file = await writeConnectionFile(found.name);
    const [command, ...args] = found.spec.argv.map((arg) =>
      arg.replaceAll("{connection_file}", file.path).replaceAll("{resource_dir}", found.folder),
    );
    const own = Object.entries(found.spec.env ?? {}).map(([k, v]) => [
      k,
      substitute(v, process.env),
    ]);
    const child = spawn(command, args, {
      cwd,
      // JPY_PARENT_PID: kernels that know it end with their parent.
      env: { ...process.env, ...Object.fromEntries(own), JPY_PARENT_PID: `${process.pid}`, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own: Ctrl-C reaches this process only, which ends its kernels in good order.
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    return new KernelProcess(found, file, child);
  }

  /** Keeps what the kernel itself said of its end. */
  explain(reason: string): void {
    this.#reason = reason;
  }

  /** Sends a signal to the kernel and the processes it started. */
  kill(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined || this.death) return;
    try {
      if (process.platform === "win32") this.#child.kill(signal);
      else process.kill(-pid, signal);
    } catch {
      // It has just ended by itself.
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
