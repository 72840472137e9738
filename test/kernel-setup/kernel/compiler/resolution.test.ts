import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { Session } from "../../../../kernel-setup/kernel/compiler/session";
import { nodeCompilerHome } from "../../../../kernel-setup/kernel/node/compiler-home";
import { PROJECT } from "../../../support/project";

/** Packages, each with the fields of its package.json and its files. */
const PACKAGES: Record<string, [fields: object, ...files: string[]]> = {
  plain: [{ main: "lib/i.js" }, "lib/i.js"],
  short: [{ main: "lib/i" }, "lib/i.js"],
  folder: [{ main: "lib" }, "lib/index.js"],
  index: [{}, "index.js", "other.js"],
  beside: [{ main: "i.js" }, "i.js", "i.ts", "i.d.ts"],
  conditions: [
    {
      exports: {
        ".": {
          browser: "./b.js",
          node: { require: "./r.cjs", import: "./n.mjs" },
          default: "./d.js",
        },
        "./types": { types: "./t.d.ts", "module-sync": "./s.mjs", import: "./n.mjs" },
        "./deep/*.js": "./d/*.mjs",
        "./deep/hidden.js": null,
        "./deep/*": { import: "./d/*.mjs", require: "./d/*.cjs" },
        "./list": [{ require: "./r.cjs" }, "./n.mjs"],
        "./only-require": { require: "./r.cjs" },
      },
    },
    ...["b.js", "r.cjs", "n.mjs", "d.js", "t.d.ts", "s.mjs", "d/x.mjs", "d/x.cjs", "d/hidden.mjs"],
  ],
  "@scope/name": [{ type: "module", exports: "./i.js" }, "i.js"],
};

const NAMES = [
  ...Object.keys(PACKAGES),
  "index/other.js",
  "conditions/types",
  "conditions/deep/x.js",
  "conditions/deep/x",
  "conditions/deep/hidden.js",
  "conditions/list",
  "conditions/only-require",
  "conditions/nothing",
  "nothing",
];

const slashes = (path: string) => path.replaceAll("\\", "/");

describe("compiler: the file that an import leads to", function () {
  this.timeout(60_000);
  let folder: string;

  /** What Node itself takes. */
  function truth(names: string[], from: string): Record<string, string | undefined> {
    const code = `const found = {};
for (const name of ${JSON.stringify(names)}) try { found[name] = import.meta.resolve(name); } catch {}
console.log(JSON.stringify(found));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", code],
      { cwd: from, encoding: "utf8" },
    );
    if (stdout === "") throw new Error(stderr);
    const found = JSON.parse(stdout) as Record<string, string>;
    return Object.fromEntries(
      names.map((name) => [name, found[name] && slashes(fileURLToPath(found[name]))]),
    );
  }

  function ours(names: string[], from: string): Record<string, string | undefined> {
    const session = new Session(nodeCompilerHome(), from, from);
    const importer = slashes(join(from, "cell.js"));
    return Object.fromEntries(names.map((name) => [name, session.resolveCode(name, importer)]));
  }

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "compiler-resolution-")));
    for (const [name, [fields, ...files]] of Object.entries(PACKAGES)) {
      const place = join(folder, "node_modules", name);
      for (const file of files) {
        mkdirSync(dirname(join(place, file)), { recursive: true });
        writeFileSync(join(place, file), "");
      }
      writeFileSync(join(place, "package.json"), JSON.stringify({ name, ...fields }));
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is the one that Node takes, over all kinds of package.json", () => {
    const expected = truth(NAMES, folder);
    expect(Object.values(expected).filter((path) => path === undefined)).to.have.length(4);
    expect(ours(NAMES, folder)).to.deep.equal(expected);
  });

  it("is the one that Node takes, in what this project is built on", () => {
    const text = readFileSync(join(PROJECT, "package.json"), "utf8");
    const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
    const names = Object.keys(dependencies).filter((name) => !name.startsWith("@types/"));
    expect(ours(names, PROJECT)).to.deep.equal(truth(names, PROJECT));
  });
});
