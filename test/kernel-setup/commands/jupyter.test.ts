import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { freePort } from "../../../kernel-setup/commands/parts/free-port";
import { needs } from "../../support/needs";
import { removeTemporary, temporaryClone, temporaryFolder } from "./parts/temporary";

describe("npm run jupyter", () => {
  let clone: string;
  let home: string;
  let child: ChildProcess | undefined;
  before(() => {
    clone = temporaryClone();
    home = temporaryFolder();
  });
  afterEach(() => child?.kill("SIGKILL"));
  after(removeTemporary);

  // The compiled command finds the clone by its own place.
  const script = () =>
    `require(${JSON.stringify(join(clone, "dist/kernel-setup/commands/jupyter.js"))})
      .main(process.argv.slice(1)).then((code) => { process.exitCode = code; })`;
  const environment = (more: object = {}) => ({ ...process.env, HOME: home, ...more });
  const run = (args: string[], env: object = {}) =>
    spawnSync(process.execPath, ["-e", script(), "--", ...args], {
      encoding: "utf8",
      env: environment(env),
    });

  /** Command lines of living processes that mention a text. */
  const processes = (text: string) =>
    spawnSync("ps", ["-eo", "args"], { encoding: "utf8" })
      .stdout.split("\n")
      .filter((line) => line.includes(text));

  /** Starts the command, and waits until it says where the lessons are open. */
  async function open(args: string[]) {
    const port = await freePort(28_988);
    const all = ["--no-browser", "--port", String(port), ...args];
    const started = spawn(process.execPath, ["-e", script(), "--", ...all], { env: environment() });
    child = started;
    const ended = once(started, "exit");
    let said = "";
    for (const stream of [started.stdout, started.stderr])
      stream?.on("data", (text) => {
        said += text;
      });
    const address = () => /http:\/\/127\.0\.0\.1:(\d+)\/\S*?tree\/\w\w\?token=(\w+)\n/.exec(said);
    for (let i = 0; i < 300 && !address() && started.exitCode === null; i++) await sleep(100);
    expect(address()?.[1], said).to.equal(String(port));
    const ask = async (path: string, method = "GET", body?: string) => {
      const headers = { authorization: `token ${address()?.[2]}` };
      const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { method, headers, body });
      expect(answer.ok, `${path}: ${answer.status}`).to.equal(true);
      return answer;
    };
    return { ask, ended, said: () => said };
  }

  it("opens the lessons in Jupyter on its port with the kernel of the clone, and Ctrl-C leaves no process behind", async function () {
    needs(this, "notebook", "ps", "signals");
    const { ask, ended } = await open(["--lang", "ko"]);
    const shown = (await (await ask("api/contents/ko")).json()) as { content: { name: string }[] };
    expect(shown.content.map(({ name }) => name)).to.deep.equal(["05-simple-layers.ipynb"]);
    const specs = (await (await ask("api/kernelspecs")).json()) as {
      kernelspecs: { tslab: { spec: { argv: string[] } } };
    };
    // The copied spec of this test still names the project; npm start itself builds it anew.
    expect(specs.kernelspecs.tslab.spec.argv.join()).to.contain("kernel-setup");
    expect(await (await ask("kernelspecs/tslab/plotly.min.js")).text()).to.contain("plotly.js");
    const kernel = JSON.stringify({ name: "tslab" });
    const { id } = (await (await ask("api/kernels", "POST", kernel)).json()) as { id: string };
    // The kernel, and the shell that watches it.
    expect(processes(id)).to.have.length(2);
    child?.kill("SIGINT");
    child?.kill("SIGINT"); // npm passes the terminal's signal on, so it comes twice
    expect(await ended).to.deep.equal([0, null]);
    for (let i = 0; i < 50 && processes(id).length > 0; i++) await sleep(100);
    expect(processes(id)).to.deep.equal([]);
    expect(processes(clone)).to.deep.equal([]);
    expect(spawnSync("find", [home, "-type", "f"], { encoding: "utf8" }).stdout).to.equal("");
  });

  it("opens them on a stock tslab, which only this Jupyter sees", async function () {
    needs(this, "notebook", "ps", "signals");
    const ours = readFileSync(join(clone, ".jupyter/kernels/tslab/kernel.json"), "utf8");
    const { ask, ended, said } = await open(["--lang", "en", "--stock-tslab"]);
    const specs = (await (await ask("api/kernelspecs")).json()) as {
      kernelspecs: { tslab: { spec: { argv: string[]; display_name: string } } };
    };
    const { argv, display_name } = specs.kernelspecs.tslab.spec;
    expect(display_name).to.equal("TypeScript (stock tslab)");
    expect(argv[1]).to.match(/node_modules[\\/]tslab[\\/]bin[\\/]tslab$/);
    expect(await (await ask("kernelspecs/tslab/plotly.min.js")).text()).to.contain("plotly.js");
    expect(said()).to.contain("Cells run on a stock tslab");
    const session = JSON.stringify({
      path: "en/05-simple-layers.ipynb",
      name: "",
      type: "notebook",
      kernel: { name: "tslab" },
    });
    const { kernel } = (await (await ask("api/sessions", "POST", session)).json()) as {
      kernel: { id: string };
    };
    expect(processes(kernel.id).join()).to.match(/bin.tslab kernel --config-path/);
    child?.kill("SIGINT");
    expect(await ended).to.deep.equal([0, null]);
    expect(readFileSync(join(clone, ".jupyter/kernels/tslab/kernel.json"), "utf8")).to.equal(ours);
    expect(spawnSync("find", [home, "-type", "f"], { encoding: "utf8" }).stdout).to.equal("");
  });

  it("refuses a stock tslab for copies that lie where it would find no library", () => {
    const elsewhere = temporaryFolder();
    const { status, stderr } = run(["--stock-tslab", "--home", elsewhere]);
    expect(status).to.equal(2);
    expect(stderr).to.equal(
      `npm run jupyter: expected --stock-tslab with copies in the clone, where a stock tslab finds the library, but they are kept in ${elsewhere}.\n`,
    );
  });

  it("says in one sentence what to install where there is no Jupyter, the copies made already", () => {
    const { status, stderr } = run(["--no-browser"], { PATH: temporaryFolder(), LANG: "C" });
    expect(status).to.equal(1);
    expect(stderr).to.equal(
      "No Jupyter was found on this machine: `npm start` opens the lessons without one; or install it with `pip install jupyterlab`, then run `npm run jupyter` again.\n",
    );
    const copy = (language: string) =>
      readFileSync(join(clone, "notebooks", "mine", language, "05-simple-layers.ipynb"), "utf8");
    expect(copy("en")).to.contain("1 + 1");
    expect(copy("ko")).to.contain("더하기");
  });

  it("refuses what it does not know", async () => {
    for (const [args, words] of [
      [["--langauge", "ko"], 'but got "--langauge" "ko"'],
      [["--lang", "de"], 'expected --lang en or ko, but got "de"'],
      [["--port", "0"], 'expected --port to be a number from 1 to 65535, but got "0"'],
      [["--port", "80x"], 'but got "80x"'],
    ] as const) {
      const { status, stderr } = run([...args]);
      expect(status, stderr).to.equal(2);
      expect(stderr)
        .to.match(/^npm run jupyter: expected/)
        .and.contain(words);
    }
  });

  it("refuses a port in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const { status, stderr } = run(["--port", String(port)]);
    server.close();
    expect(status).to.equal(2);
    expect(stderr).to.equal(
      `npm run jupyter: expected --port to be free, but got ${port}, which is in use.\n`,
    );
  });

  it("explains itself", () => {
    const { status, stdout } = run(["--help"]);
    expect(status).to.equal(0);
    for (const option of ["--lang", "--port", "--no-browser", "--stock-tslab"])
      expect(stdout).to.contain(option);
  });
});
