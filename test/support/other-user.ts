import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** How a command of another user ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A user of this machine besides the one that runs the tests, which must be root. */
export class OtherUser {
  readonly name: string;
  readonly home: string;
  readonly #ids: { uid: number; gid: number };

  /** @param folder Where the user's home is made; others may enter it. */
  constructor(folder: string) {
    this.name = `learner-${process.pid}`;
    this.home = join(folder, "home");
    mkdirSync(folder, { recursive: true });
    run("useradd", "--create-home", "--home-dir", this.home, "--shell", "/bin/sh", this.name);
    const [uid, gid] = ["-u", "-g"].map((which) => Number(run("id", which, this.name)));
    this.#ids = { uid, gid };
  }

  remove(): void {
    run("userdel", "--force", this.name);
  }

  /** Starts a command as this user, with nothing of the environment that leads to folders of root's. */
  start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const theirs = { HOME: this.home, USER: this.name, LOGNAME: this.name, LANG: "C" };
    const base = { PATH: process.env.PATH, TMPDIR: "/tmp" };
    return spawn(command, args, {
      ...this.#ids,
      cwd: this.home,
      env: { ...base, ...theirs, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const child = this.start(command, args, env);
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name]?.on("data", (text) => {
        said[name] += text;
      });
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => resolve({ code, ...said }));
    });
  }
}

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout.trim();
}
