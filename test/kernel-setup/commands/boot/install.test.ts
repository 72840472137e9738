import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { inProject } from "../../../support/project";
import { bootstrap, removeTemporary, temporaryFolder, writeFiles } from "../parts/temporary";

type Install = (options: object) => Promise<boolean>;
let missingInstall: (root: string, dev: boolean) => string | undefined;
let install: Install;
let findNpm: (env: object, node: string, platform: string) => object;

before(async () => {
  ({ missingInstall, install, findNpm } = await bootstrap("install.mjs"));
});
describe("missingInstall", () => {
  afterEach(removeTemporary);
  const OTHER = process.platform === "win32" ? "linux" : "win32";
  const LOCKED: Record<string, object> = {
    "": { name: "x" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/a/node_modules/@s/b": { version: "2.0.0" },
    "node_modules/tool": { version: "3.0.0", dev: true },
    "node_modules/elsewhere": { version: "1.0.0", optional: true, os: [OTHER] },
    "node_modules/not-here": { version: "1.0.0", optional: true, os: [`!${process.platform}`] },
    "node_modules/here": { version: "1.0.0", optional: true, cpu: [process.arch, "mips"] },
  };
  const NEEDED = ["node_modules/a", "node_modules/a/node_modules/@s/b", "node_modules/here"];
  const ALL = [...NEEDED, "node_modules/tool"];

  /** A folder in which npm has installed some packages. */
  function installed(places: string[], changed: Record<string, object> = {}): string {
    const root = temporaryFolder();
    const packages = Object.fromEntries(places.map((place) => [place, LOCKED[place]]));
    writeFiles(root, {
      "package-lock.json": { packages: LOCKED },
      "node_modules/.package-lock.json": { packages: { ...packages, ...changed } },
    });
    for (const place of places) writeFiles(root, { [`${place}/package.json`]: {} });
    return root;
  }

  it("misses nothing when all that this machine needs is there", () => {
    expect(missingInstall(installed(NEEDED), false)).to.equal(undefined);
    expect(missingInstall(installed(ALL), false), "more than needed").to.equal(undefined);
    expect(missingInstall(installed(ALL), true)).to.equal(undefined);
  });

  it("misses the packages for development only where they are wanted", () => {
    expect(missingInstall(installed(NEEDED), true)).to.equal("tool is not installed");
  });

  it("sees that nothing was installed, or that npm was stopped in the middle", () => {
    const root = installed(ALL);
    rmSync(join(root, "node_modules", ".package-lock.json"));
    expect(missingInstall(root, false)).to.equal("no packages are installed yet");
    writeFiles(root, { "node_modules/.package-lock.json": "{ half" });
    expect(missingInstall(root, false)).to.equal("no packages are installed yet");
  });

  it("sees a lock file that has changed, a package that was removed, and one for another machine", () => {
    const older = { "node_modules/a": { version: "0.9.0" } };
    expect(missingInstall(installed(ALL, older), false)).to.equal(
      "a is 0.9.0, the lock file wants 1.0.0",
    );
    const root = installed(ALL);
    rmSync(join(root, "node_modules/a/node_modules/@s/b"), { recursive: true });
    expect(missingInstall(root, false)).to.equal("@s/b is damaged");
    const moved = installed(NEEDED.filter((place) => !place.endsWith("/here")));
    expect(missingInstall(moved, false)).to.equal("here is not installed");
  });

  it("says in a sentence that there is no lock file", () => {
    expect(() => missingInstall(temporaryFolder(), false)).to.throw("package-lock.json is missing");
  });

  it("agrees with what npm has installed in this project", () => {
    expect(missingInstall(inProject(), true)).to.equal(undefined);
  });
});

describe("install", () => {
  afterEach(removeTemporary);
  /** A project with one dependency, packed on this machine: so npm needs no network. */
  function project(): string {
    const root = temporaryFolder();
    writeFiles(root, { "dep/package.json": { name: "dep", version: "1.0.0" } });
    const npm = (...args: string[]) => {
      const shell = process.platform === "win32";
      const { status, stderr } = spawnSync("npm", args, { cwd: root, shell, encoding: "utf8" });
      expect(status, stderr).to.equal(0);
    };
    npm("pack", "./dep");
    writeFiles(root, {
      "package.json": { name: "x", version: "1.0.0", dependencies: { dep: "file:dep-1.0.0.tgz" } },
    });
    npm("install", "--package-lock-only", "--no-audit", "--no-fund");
    return root;
  }

  it("runs npm once, although two processes start it at the same time", async () => {
    const root = project();
    const module = pathToFileURL(inProject("kernel-setup", "commands", "boot", "install.mjs")).href;
    const code = `import(${JSON.stringify(module)})
      .then(({ install }) => install({ root: ${JSON.stringify(root)}, say() {} }))
      .then((ran) => console.log(ran));`;
    const start = () =>
      new Promise<string>((resolve) => {
        const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "pipe"] });
        let output = "";
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (text) => {
            output += text;
          });
        child.on("close", () => resolve(output.trim()));
      });
    expect((await Promise.all([start(), start()])).sort()).to.deep.equal(["false", "true"]);
    expect(missingInstall(root, false)).to.equal(undefined);
    expect(existsSync(join(root, ".jupyter", "set-up.lock"))).to.equal(false);
  });

  it("says in one line what it does, and nothing when all is there", async () => {
    const root = project();
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(await install({ root, say })).to.equal(true);
    expect(await install({ root, say })).to.equal(false);
    expect(said[0]).to.equal("Installing the packages (no packages are installed yet) …");
    expect(said[1]).to.match(/^Installed in \d+ s\.$/);
    expect(said).to.have.length(2);
  });

  it("explains that the network is needed once, with npm's own words", async () => {
    const root = temporaryFolder();
    const url = "http://127.0.0.1:9/dep-1.0.0.tgz";
    writeFiles(root, {
      "package.json": { name: "x", version: "1.0.0", dependencies: { dep: "1.0.0" } },
      "package-lock.json": {
        name: "x",
        version: "1.0.0",
        lockfileVersion: 3,
        packages: {
          "": { name: "x", version: "1.0.0", dependencies: { dep: "1.0.0" } },
          "node_modules/dep": { version: "1.0.0", resolved: url },
        },
      },
      ".npmrc": "fetch-retries=0\n",
    });
    const failure = await install({ root, say() {} }).catch((error: Error) => error);
    expect(failure).to.be.an("error").with.property("repair", "npm ci --ignore-scripts");
    expect((failure as Error).message)
      .to.match(/ECONNREFUSED|ECONNRESET/)
      .and.contain("Connect to the internet and run the same command again");
  });

  it("passes npm's words on when it fails otherwise", async () => {
    const root = temporaryFolder();
    writeFiles(root, {
      "package.json": { name: "x", version: "1.0.0", dependencies: { dep: "1.0.0" } },
      "package-lock.json": { name: "x", version: "1.0.0", lockfileVersion: 3, packages: {} },
    });
    const failure = await install({ root, say() {} }).catch((error: Error) => error);
    expect((failure as Error).message)
      .to.contain("package.json and package-lock.json")
      .and.contain("npm could not install the packages");
  });
});

describe("findNpm", () => {
  afterEach(removeTemporary);
  const elsewhere = join(__dirname, "no", "node");
  const script = () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "lib/node_modules/npm/bin/npm-cli.js": "", "bin/yarn.js": "" });
    return folder;
  };

  it("takes the npm that started the command, but no other tool", () => {
    const folder = script();
    const npm = join(folder, "lib/node_modules/npm/bin/npm-cli.js");
    const own = { command: elsewhere, before: [npm], shell: false };
    expect(findNpm({ npm_execpath: npm }, elsewhere, "linux")).to.deep.equal(own);
    const yarn = { npm_execpath: join(folder, "bin/yarn.js") };
    expect(findNpm(yarn, elsewhere, "linux")).to.deep.include({ command: "npm" });
  });

  it("takes the npm beside Node, else the one on PATH, through a shell on Windows", () => {
    const folder = script();
    const node = join(folder, "bin", "node");
    expect(findNpm({}, node, "linux")).to.deep.include({ command: node, shell: false });
    const onPath = findNpm({}, join(temporaryFolder(), "node.exe"), "win32");
    expect(onPath).to.deep.equal({ command: "npm.cmd", before: [], shell: true });
  });
});
