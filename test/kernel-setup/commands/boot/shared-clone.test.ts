import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { descendants } from "../../../support/descendants";
import { KernelSocket, SocketWire } from "../../../support/kernel-socket";
import { needs } from "../../../support/needs";
import { OtherUser } from "../../../support/other-user";
import { expectEnd } from "../../../support/processes";
import { inProject } from "../../../support/project";
import { notebook, removeTemporary, temporaryClone, temporaryFolder } from "../parts/temporary";

/** Every entry of a folder with all that a write would change. */
function listing(folder: string): Record<string, string> {
  const entries: Record<string, string> = {};
  const visit = (path: string) => {
    const { mode, size, mtimeMs, uid } = lstatSync(path);
    const isFile = lstatSync(path).isFile();
    const hash = isFile ? createHash("sha256").update(readFileSync(path)).digest("hex") : "";
    entries[relative(folder, path)] = `${mode} ${uid} ${size} ${mtimeMs} ${hash}`;
    if (lstatSync(path).isDirectory())
      for (const name of readdirSync(path)) visit(join(path, name));
  };
  visit(folder);
  return entries;
}

describe("a built clone of root's, used by somebody else", function () {
  this.timeout(300_000);
  let clone: string;
  let learner: OtherUser;
  let data: string;
  let asBuilt: Record<string, string>;

  const runAsRoot = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(status, stdout + stderr).to.equal(0);
  };
  /** A command of the clone, run by the learner. */
  const run = (command: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
    learner.run(
      process.execPath,
      [join(clone, "kernel-setup", "commands", "boot", "run.mjs"), command, ...args],
      env,
    );
  /** A folder of the learner's with one notebook. */
  const theirs = (name: string, sources: string[]) => {
    const folder = join(learner.home, name);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, "05-simple-layers.ipynb");
    writeFileSync(file, JSON.stringify(notebook(sources)));
    const { uid, gid } = lstatSync(learner.home);
    for (const path of [folder, file]) chownSync(path, uid, gid);
    return file;
  };

  before(function () {
    needs(this, "file modes", "ps", "signals", "root, who makes a second user");
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    learner = new OtherUser(folder);
    clone = temporaryClone();
    chmodSync(clone, 0o755);
    // Others may not be allowed to enter the folder in which the project lies.
    const packages = join(clone, "node_modules");
    rmSync(packages);
    cpSync(inProject("node_modules"), packages, { recursive: true, preserveTimestamps: true });
    runAsRoot(join(clone, "kernel-setup", "commands", "boot", "run.mjs"), "build");
    data = join(learner.home, ".local", "share", "backprop");
    asBuilt = listing(clone);
  });
  beforeEach(() => rmSync(data, { recursive: true, force: true }));
  afterEach(() => {
    if (asBuilt) expect(listing(clone), "the clone stays as it is").to.deep.equal(asBuilt);
  });
  after(() => {
    learner?.remove();
    removeTemporary();
  });

  it("opens its lessons with npm start, keeps the learner's work in the learner's own folder, and ends with npm", async () => {
    const npm = learner.start("npm", ["--prefix", clone, "start", "--", "--no-browser"]);
    let said = "";
    for (const stream of [npm.stdout, npm.stderr])
      stream?.on("data", (text) => {
        said += text;
      });
    while (!/Ready to run cells/.test(said) && npm.exitCode === null) await sleep(100);
    expect(said).to.contain(`Your copies are in ${join(data, "notebooks", "mine")}.`);
    const [, port, path, token] =
      /http:\/\/127\.0\.0\.1:(\d+)\/notebooks\/(\S+)\?token=(\w+)/.exec(said) ?? [];
    const ask = async (method: string, api: string, body: object) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/${api}`, {
        method,
        headers: { authorization: `token ${token}` },
        body: JSON.stringify(body),
      });
      expect(answer.ok, `${api}: ${answer.status}`).to.equal(true);
      return answer.json() as Promise<{ kernel: { id: string } }>;
    };
    const session = { path, name: "", type: "notebook", kernel: { name: "tslab" } };
    const { kernel } = await ask("POST", "sessions", session);
    const running = { port: Number(port), token: String(token) };
    const socket = await KernelSocket.open(
      { connect: (to, protocol) => SocketWire.open(running, to, protocol) },
      kernel.id,
    );
    const cell = 'import { check } from "backprop";\ncheck("05-1", 200);';
    const id = socket.execute(cell);
    expect((await socket.reply(id)).status).to.equal("ok");
    await socket.idle(id);
    const [shown] = socket.outputs(id, "display_data");
    expect((shown.data as Record<string, string>)["text/plain"]).to.match(/^✓ [^\n]*\n[^\n]*$/);
    await ask("PUT", `contents/${path}`, { type: "notebook", content: notebook([cell]) });
    await socket.close();

    const copies = join(data, "notebooks", "mine");
    expect(readFileSync(join(copies, path), "utf8")).to.contain("check(");
    expect(JSON.parse(readFileSync(join(copies, "scorecard.json"), "utf8")).passed).to.deep.equal({
      "05-1": true,
    });
    expect(readdirSync(join(data, ".jupyter", "server"))).to.include("signature-secret");
    // To npm alone, as a supervisor does it.
    const all = descendants(npm.pid as number);
    expect(all.length).to.be.greaterThan(3);
    npm.kill("SIGTERM");
    await expectEnd(all);
  });

  it("executes the learner's notebooks", async () => {
    const file = theirs("own", ["6 * 7"]);
    const { code, stdout, stderr } = await run("execute", [file, "--write"]);
    expect(code, stdout + stderr).to.equal(0);
    expect(readFileSync(file, "utf8")).to.contain('"42"');
    expect(existsSync(data)).to.equal(false);
  });

  it("gives the learner fresh copies", async () => {
    const { code, stdout, stderr } = await run("reset", ["05"]);
    expect(code, stderr).to.equal(0);
    const copy = join(data, "notebooks", "mine", "en", "05-simple-layers.ipynb");
    expect(stdout).to.equal(`${copy} is fresh.\n`);
    expect(readFileSync(copy, "utf8")).to.contain("1 + 1");
  });

  it("keeps everything where --home or BACKPROP_HOME say", async () => {
    const [first, second] = ["one", "two"].map((name) => join(learner.home, name));
    const { code, stderr } = await run("reset", ["05", "--home", first]);
    expect(code, stderr).to.equal(0);
    expect((await run("reset", ["05"], { BACKPROP_HOME: second })).code).to.equal(0);
    for (const folder of [first, second])
      expect(readdirSync(join(folder, "notebooks", "mine"))).to.deep.equal(["en"]);
    expect(existsSync(data)).to.equal(false);
  });

  it("says in a sentence that nothing can be kept in a folder", async () => {
    const asked = await run("reset", ["05", "--home", "/nowhere"]);
    expect(asked).to.include({
      code: 2,
      stderr:
        'npm run reset: expected --home to be a folder that can be written, but got "/nowhere".\n',
    });
    const found = await run("start", ["--no-browser"], { HOME: "/nowhere" });
    expect(found.code).to.equal(1);
    expect(found.stderr).to.equal(
      "npm start: expected to be able to write into /nowhere/.local/share/backprop/notebooks/mine, but it does not allow that: make it yours, or name another folder with --home DIR or BACKPROP_HOME.\n",
    );
  });

  it("is fine to the learner's doctor, who names where work is kept", async () => {
    const { code, stdout, stderr } = await run("doctor");
    expect(code, stdout + stderr).to.equal(0);
    const copies = join(data, "notebooks", "mine");
    expect(stdout).to.contain(`✓ your work: kept in ${copies}, which can be written\n`);
    const nowhere = await run("doctor", [], { HOME: "/nowhere" });
    expect(nowhere.code).to.equal(1);
    expect(nowhere.stdout).to.match(/^✗ your work: .*\n {4}Repair: name a folder .*--home DIR/m);
  });

  it("keeps the scorecard where lessons are opened in any folder, by any front end", async () => {
    const file = theirs("backprop/en", ["1 + 1"]);
    // As a hub's server does it: the kernel of the kernelspec, and an environment that knows nothing of us.
    const script = `
      const { startKernel } = require(${JSON.stringify(join(clone, "dist/kernel-setup/jupyter/client/start-kernel.js"))});
      const { readFileSync } = require("node:fs");
      const spec = JSON.parse(readFileSync(${JSON.stringify(join(clone, ".jupyter/kernels/tslab/kernel.json"))}, "utf8"));
      (async () => {
        for (const call of ['check("05-1", 200)', "scorecard()"]) {
          const kernel = await startKernel({ name: "tslab", folder: "/", spec }, { cwd: ${JSON.stringify(join(file, ".."))} });
          await kernel.execute('import { check, scorecard } from "backprop";\\n' + call, {
            onMessage: ({ header, content }) => {
              if (header.msg_type === "display_data") console.log(content.data["text/plain"]);
            },
          });
          await kernel.shutdown();
        }
      })();`;
    const { code, stdout, stderr } = await learner.run(process.execPath, ["-e", script]);
    expect(code, stderr).to.equal(0);
    expect(stdout)
      .to.match(/^Scorecard: 1 of \d+/m)
      .and.not.contain("BACKPROP_HOME");
    expect(readdirSync(join(file, ".."))).to.deep.equal(["05-simple-layers.ipynb"]);
    expect(existsSync(join(data, "notebooks", "mine", "scorecard.json"))).to.equal(true);
  });

  it("is used as it is where it was moved to, and Jupyter is told who brings its file up to date", async () => {
    const place = temporaryFolder();
    chmodSync(place, 0o755);
    const moved = join(place, "moved");
    expect(spawnSync("cp", ["-r", clone, moved]).status, "without the times of files").to.equal(0);
    const there = join(moved, "kernel-setup", "commands", "boot", "run.mjs");
    const started = learner.start(process.execPath, [there, "start", "--no-browser"]);
    let said = "";
    for (const stream of [started.stdout, started.stderr])
      stream?.on("data", (text) => {
        said += text;
      });
    while (!/Ready to run cells/.test(said) && started.exitCode === null) await sleep(100);
    expect(said)
      .to.match(/Ready to run cells/)
      .and.not.contain("Building");
    started.kill("SIGTERM");
    await expectEnd([started.pid as number]);
    // The file still names the place that it was built in; that one goes.
    const spec = join(moved, ".jupyter", "kernels", "tslab", "kernel.json");
    writeFileSync(spec, readFileSync(spec, "utf8").replaceAll(clone, join(place, "gone")));
    const { code, stderr } = await learner.run(process.execPath, [there, "jupyter"]);
    expect(code, stderr).to.equal(1);
    expect(stderr).to.match(
      /^npm run jupyter: expected .*, but its file .*gone.* is not there: whoever owns the clone runs `npm run build` in it; .*\n$/,
    );
  });

  it("names the owner, and the owner's command, when it has to be built", async () => {
    const source = join(clone, "src", "index.ts");
    const text = readFileSync(source);
    try {
      appendFileSync(source, "\n// changed\n");
      for (const [command, args] of [
        ["start", ["--no-browser"]],
        ["execute", ["x.ipynb"]],
        ["build", ["--force"]],
      ] as const) {
        const { code, stderr } = await run(command, [...args]);
        expect(code, stderr).to.equal(1);
        expect(stderr).to.match(
          new RegExp(
            `^This clone, ${clone}, belongs to root, you cannot write into it, and [^\\n]+: root runs \`npm run build\` in it, and then your command works\\.\n$`,
          ),
        );
      }
      const { code, stdout } = await run("doctor");
      expect(code).to.equal(1);
      expect(stdout).to.match(/^✗ build: This clone, .* root runs `npm run build` in it/m);
      expect(stdout).to.not.match(/Repair: npm/);
    } finally {
      writeFileSync(source, text);
      asBuilt["src/index.ts"] = listing(clone)["src/index.ts"];
    }
  });
});
