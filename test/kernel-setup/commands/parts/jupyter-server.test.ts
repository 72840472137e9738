import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import type { Jupyter } from "../../../../kernel-setup/commands/parts/find-jupyter";
import { freePort, isFree } from "../../../../kernel-setup/commands/parts/free-port";
import {
  jupyterEnvironment,
  startJupyter,
} from "../../../../kernel-setup/commands/parts/jupyter-server";
import { needs } from "../../../support/needs";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("jupyterEnvironment", () => {
  const machine = {
    platform: "linux" as const,
    home: "/home/ada",
    env: {
      JUPYTER_PATH: "/lab",
      JUPYTER_CONFIG_PATH: "/theirs",
      JUPYTER_TOKEN: "old",
      PATH: "/bin",
    },
  };
  const env = jupyterEnvironment("/clone/.jupyter", "secret", undefined, machine);

  it("finds the project's kernels first, then those of JUPYTER_PATH and the user's own", () => {
    const user = "/home/ada/.local/share/jupyter";
    expect(env.JUPYTER_PATH?.split(delimiter)).to.deep.equal(["/clone/.jupyter", "/lab", user]);
  });

  it("finds them too where everything else is kept elsewhere", () => {
    const kept = jupyterEnvironment("/home/ada/.jupyter", "secret", "/clone/.jupyter", machine);
    expect(kept.JUPYTER_PATH).to.equal(env.JUPYTER_PATH);
    expect(kept.JUPYTER_DATA_DIR).to.match(/^.home.ada.\.jupyter.data$/);
  });

  it("keeps settings, signatures and running files in the project", () => {
    for (const name of ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"])
      expect(env[name]).to.match(/^.clone.\.jupyter./);
    expect(env).to.not.have.property("JUPYTER_CONFIG_PATH");
    expect(env).to.include({ JUPYTER_TOKEN: "secret", PATH: "/bin" });
  });
});

describe("startJupyter", () => {
  afterEach(removeTemporary);

  /** A Jupyter that is a Node script. */
  async function start(script: string, more: { timeoutMs?: number; signal?: AbortSignal } = {}) {
    const home = temporaryFolder();
    writeFiles(home, { "server.cjs": script });
    const before = [join(home, "server.cjs")];
    const jupyter: Jupyter = {
      name: "JupyterLab",
      version: "1",
      command: process.execPath,
      before,
    };
    const port = await freePort(18_888);
    const options = { jupyter, home, notebooks: home, first: "ko", port, ...more };
    return { port, home, server: await startJupyter(options) };
  }

  const SERVER = `
    const port = process.argv.find((arg) => arg.startsWith("--port=")).slice(7);
    const token = "token=" + process.env.JUPYTER_TOKEN;
    require("http").createServer((request, response) => {
      response.statusCode = request.url.endsWith(token) ? 200 : 403;
      response.end();
    }).listen(port, "127.0.0.1");`;

  it("gives the address of the language's folder as soon as the server answers to the token", async () => {
    const { server, port, home } = await start(SERVER);
    try {
      expect(server.url).to.match(
        new RegExp(`^http://127.0.0.1:${port}/lab/tree/ko\\?token=\\w{48}$`),
      );
      expect((await fetch(server.url)).status).to.equal(200);
    } finally {
      await server.stop();
    }
    await server.stop(); // again does nothing
    expect(await fetch(server.url).catch(() => "gone")).to.equal("gone");
    const news =
      "config/lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings";
    expect(JSON.parse(readFileSync(join(home, news), "utf8")).fetchNews).to.equal("false");
  });

  it("says Jupyter's last words when it ends before it answers", async () => {
    const failed = await start('console.error("no such folder"); process.exit(3)').catch((e) => e);
    expect(failed.message).to.equal("JupyterLab ended before it answered:\nno such folder");
  });

  it("ends a Jupyter that does not answer", async () => {
    const silent = 'console.error("pid " + process.pid); setInterval(() => {}, 1000);';
    const failed = await start(silent, { timeoutMs: 700 }).catch((error) => error);
    expect(failed.message).to.match(
      /^expected JupyterLab to answer within 0.7 s, but got:\npid \d+/,
    );
    const pid = Number(/pid (\d+)/.exec(failed.message)?.[1]);
    expect(() => process.kill(pid, 0)).to.throw(/ESRCH/);
  });

  it("can be ended before it answers", async function () {
    needs(this, "ps");
    const signal = AbortSignal.timeout(300);
    const { server, home, port } = await start("setInterval(() => {}, 1000);", { signal });
    expect(await server.ended).to.equal("");
    expect(spawnSync("pgrep", ["-f", home], { encoding: "utf8" }).stdout).to.equal("");
    expect(await isFree(port)).to.equal(true);
  });

  it("says that Jupyter could not be started", async () => {
    const home = temporaryFolder();
    const jupyter: Jupyter = {
      name: "Notebook",
      version: "1",
      command: join(home, "no"),
      before: [],
    };
    const options = { jupyter, home, notebooks: home, first: "en", port: 18_887 };
    const failed = await startJupyter(options).catch((error) => error);
    expect(failed.message).to.match(/^Notebook ended before it answered:\nspawn .*ENOENT/);
  });
});
