import {
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "../../../support/project";
import { runCommand } from "../../../support/run-command";
import { bootstrap, removeTemporary, temporaryClone } from "../parts/temporary";

let damagedPackage: (root: string) => Promise<string | undefined>;
let damagedBuild: (root: string) => string | undefined;

/** A clone whose packages are the project's, but for copies of some, which may be damaged. */
function cloneWithOwn(...names: string[]): string {
  const clone = temporaryClone();
  const modules = join(clone, "node_modules");
  rmSync(modules); // the link alone
  mkdirSync(modules);
  for (const name of readdirSync(inProject("node_modules"))) {
    const [from, to] = [inProject("node_modules", name), join(modules, name)];
    if (names.includes(name) || name.startsWith(".")) cpSync(from, to, { recursive: true });
    else symlinkSync(from, to, "junction");
  }
  return clone;
}

/** What may have happened to a package, and what is said of it. */
const DAMAGES: Record<string, { damage(modules: string): void; words: RegExp }> = {
  "a folder of ws is gone": {
    damage: (modules) => rmSync(join(modules, "ws", "lib"), { recursive: true }),
    words: /the package (ws|@hono\/node-server|happy-dom) \(.*cannot find.*\) cannot be loaded/i,
  },
  "zeromq is empty but for its package.json": {
    damage: (modules) => {
      for (const name of readdirSync(join(modules, "zeromq")))
        if (name !== "package.json") rmSync(join(modules, "zeromq", name), { recursive: true });
    },
    words: /the package zeromq \(.*cannot find.*\) cannot be loaded/i,
  },
  "a file of yaml is cut off": {
    damage: (modules) =>
      writeFileSync(join(modules, "yaml", "dist", "index.js"), "'use strict'; ("),
    words: /the package yaml \(.*\) cannot be loaded/,
  },
  "the main file of plotly is empty": {
    damage: (modules) => writeFileSync(join(modules, "plotly.js-dist", "plotly.js"), ""),
    words: /the package plotly\.js-dist \(its main file is empty\) cannot be loaded/,
  },
  "a part of @noble/hashes, which is imported in parts, is gone": {
    damage: (modules) => rmSync(join(modules, "@noble", "hashes", "sha2.js")),
    words: /the package @noble\/hashes \(.*cannot find.*\) cannot be loaded/i,
  },
};

describe("damaged packages", function () {
  this.timeout(240_000);
  before(async () => {
    ({ damagedPackage } = await bootstrap("packages.mjs"));
    ({ damagedBuild } = await bootstrap("build.mjs"));
  });
  afterEach(removeTemporary);

  const npmRun = (clone: string, ...args: string[]) =>
    runCommand(process.execPath, [
      join(clone, "kernel-setup", "commands", "boot", "run.mjs"),
      ...args,
    ]);

  it("are none in this project", async () => {
    expect(await damagedPackage(inProject())).to.equal(undefined);
  });

  for (const [what, { damage, words }] of Object.entries(DAMAGES))
    it(`are found when ${what}`, async () => {
      const clone = cloneWithOwn("ws", "zeromq", "yaml", "plotly.js-dist", "@noble");
      damage(join(clone, "node_modules"));
      expect(await damagedPackage(clone)).to.match(words);
    });

  it("end a command in one sentence and the command that mends them, as damage to the build does; the doctor says the same", async () => {
    const clone = cloneWithOwn("ws", "zeromq", "yaml", "plotly.js-dist");
    const built = await npmRun(clone, "build");
    expect(built.code, built.stderr).to.equal(0);
    /** Expects `npm start` and the doctor to say what is wrong, with one command. */
    const expectBoth = async (what: string, words: RegExp, repair: string) => {
      const start = await npmRun(clone, "start", "--no-browser");
      expect(start.code, start.stdout).to.equal(1);
      const said = /^The command could not run, because (.*)\.\nThe command for it: (.*)\n$/;
      const [, reason, command] = said.exec(start.stderr) ?? [undefined, start.stderr];
      expect(reason).to.match(words);
      expect(command).to.equal(repair);
      const { code, stdout } = await npmRun(clone, "doctor");
      expect(code).to.equal(1);
      expect(stdout.split("\n").find((line) => line.startsWith(`✗ ${what}: `))).to.match(words);
      expect(stdout).to.contain(`    Repair: ${repair}\n`);
      return stdout;
    };

    // Of its old size, as after a power cut: else the next command builds it anew unasked.
    const file = join(clone, "dist", "kernel-setup", "page", "homes", "machine", "guard.js");
    writeFileSync(file, "\0".repeat(statSync(file).size));
    await expectBoth("build", /machine.guard\.js is damaged/, "npm run build -- --force");
    const repaired = await npmRun(clone, "build", "--force");
    expect(repaired.code, repaired.stderr).to.equal(0);
    expect(damagedBuild(clone)).to.equal(undefined);

    DAMAGES["a folder of ws is gone"]?.damage(join(clone, "node_modules"));
    const repair = "npm ci --ignore-scripts";
    const said = await expectBoth("packages", /the package .* cannot be loaded/, repair);
    expect(said.match(/Repair: /g)).to.have.length(1);
  }).timeout(900_000);
});
