import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";

/** Whether a process runs; an orphan that has ended may wait a while for whoever adopted it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch (error) {
    // Without /proc the signal alone tells.
    const { code, path } = error as NodeJS.ErrnoException;
    return code === "ENOENT" && path !== undefined && process.platform !== "linux";
  }
}

/** Expects processes to end, and ends them if they do not. */
export async function expectEnd(pids: number[]): Promise<void> {
  const end = Date.now() + 30_000;
  while (pids.some(isAlive) && Date.now() < end) await sleep(50);
  const survivors = pids.filter(isAlive);
  for (const pid of survivors) process.kill(pid, "SIGKILL");
  expect(survivors).to.deep.equal([]);
}

/** A cell that leaves processes behind, of every kind that stays in the kernel's group, and shows their numbers. */
export const LEAVE_CHILDREN = `
import { spawn } from "node:child_process";
const stubborn = 'trap "" TERM HUP INT; while :; do sleep 1; done';
const left = [
  spawn("sleep", ["777"]),
  spawn("sleep", ["777"], { stdio: "inherit" }),
  spawn("sleep", ["777"], { stdio: "ignore" }),
  spawn("sh", ["-c", stubborn], { stdio: "inherit" }),
  spawn("sh", ["-c", "sleep 777 & echo $!; wait"]),
];
left[2].kill("SIGSTOP");
const grandchild = await new Promise<string>((got) => left[4].stdout?.once("data", (data) => got(String(data).trim())));
// The stubborn one has begun not to listen.
await new Promise((wake) => setTimeout(wake, 500));
console.log([process.pid, ...left.map(({ pid }) => pid), grandchild].join(" "));
`;

/** The numbers that such a cell has printed. */
export const pidsIn = (text: string): number[] => text.trim().split(" ").map(Number);
