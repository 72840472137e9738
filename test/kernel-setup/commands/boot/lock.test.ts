import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, utimesSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { bootstrap, removeTemporary, temporaryFolder, writeFiles } from "../parts/temporary";

type Lock = <T>(root: string, say: (line: string) => void, work: () => Promise<T>) => Promise<T>;

describe("withLock", () => {
  let withLock: Lock;
  let root: string;
  let lock: string;
  before(async () => {
    ({ withLock } = await bootstrap("lock.mjs"));
  });
  beforeEach(() => {
    root = temporaryFolder();
    lock = join(root, ".jupyter", "set-up.lock");
  });
  afterEach(removeTemporary);

  it("lets one work after the other, and says once that it waits", async () => {
    const seen: string[] = [];
    const work = (name: string) =>
      withLock(
        root,
        () => seen.push(`${name} waits`),
        async () => {
          seen.push(`${name} begins`);
          await sleep(400);
          seen.push(`${name} ends`);
          return name;
        },
      );
    expect(await Promise.all([work("a"), work("b")])).to.deep.equal(["a", "b"]);
    expect(seen).to.deep.equal(["a begins", "b waits", "a ends", "b begins", "b ends"]);
    expect(existsSync(lock)).to.equal(false);
  });

  it("is given back when the work fails", async () => {
    const failing = withLock(
      root,
      () => {},
      () => Promise.reject(new Error("broken")),
    );
    expect(await failing.catch((error) => error.message)).to.equal("broken");
    expect(existsSync(lock)).to.equal(false);
  });

  it("takes the lock of a process that has died", async () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFiles(lock, { owner: `${pid} ${hostname()}` });
    expect(
      await withLock(
        root,
        () => {},
        async () => "done",
      ),
    ).to.equal("done");
  });

  it("takes a lock that nobody has touched for long, whoever it belongs to", async () => {
    mkdirSync(lock, { recursive: true });
    utimesSync(lock, new Date(0), new Date(0));
    expect(
      await withLock(
        root,
        () => {},
        async () => "done",
      ),
    ).to.equal("done");
  });

  it("leaves a living process its lock", async () => {
    writeFiles(lock, { owner: `${process.pid} ${hostname()}` });
    let done = false;
    const waiting = withLock(
      root,
      () => {},
      async () => {
        done = true;
      },
    );
    await sleep(500);
    expect(done).to.equal(false);
    utimesSync(lock, new Date(0), new Date(0)); // its owner stops touching it
    await waiting;
    expect(done).to.equal(true);
  });
});
