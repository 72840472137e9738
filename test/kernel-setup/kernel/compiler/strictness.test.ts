import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import type ts from "typescript";
import { Session } from "../../../../kernel-setup/kernel/compiler/session";
import { strictOptions } from "../../../../kernel-setup/kernel/compiler/strictness";
import { nodeCompilerHome } from "../../../../kernel-setup/kernel/node/compiler-home";
import { loadTypeScript } from "../../../../kernel-setup/kernel/node/load-typescript";

const ROOT = process.cwd();

type Options = Record<string, unknown>;

/** The options with which tslab, as it is sold, checks cells: those that its converter hands on. */
function optionsOfTslab(): Options {
  const tslab = require.resolve("tslab/dist/converter");
  const name = require.resolve("@tslab/typescript-for-tslab", { paths: [dirname(tslab)] });
  const real = require(name) as typeof ts;
  const cached = require.cache[name] as NodeJS.Module;
  const loaded = require.cache[tslab];
  let found: Options = {};
  class Found extends Error {}
  cached.exports = {
    ...real,
    createWatchCompilerHost: (_: unknown, options: Options) => {
      found = options;
      throw new Found();
    },
  };
  delete require.cache[tslab];
  try {
    const { createConverter } = require(tslab) as typeof import("tslab/dist/converter");
    createConverter();
  } catch (error) {
    if (!(error instanceof Found)) throw error;
  } finally {
    cached.exports = real;
    delete require.cache[tslab];
    if (loaded !== undefined) require.cache[tslab] = loaded;
  }
  return found;
}

describe("compiler: how strictly cells are checked", function () {
  this.timeout(60_000);
  const typescript = loadTypeScript();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "compiler-strict-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(path: string, content: object | string): void {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  /** The options of strictness that are on for a notebook there. */
  function strictIn(where: string): string[] {
    mkdirSync(join(folder, where), { recursive: true });
    const options = new Session(nodeCompilerHome(), join(folder, where), ROOT).options as Options;
    // What strict leaves open it switches on.
    return strictOptions(typescript).filter((name) => options[name] ?? options.strict !== false);
  }

  it("is tslab's own, option by option, where no tsconfig.json is", () => {
    const stock = optionsOfTslab();
    // Its table is really there.
    expect(stock).to.include({ esModuleInterop: true, noImplicitUseStrict: true });
    const ours = new Session(nodeCompilerHome(), folder, ROOT).options as Options;
    const names = strictOptions(typescript);
    expect(names).to.include.members(["strict", "strictNullChecks", "noImplicitAny"]);
    for (const name of names) {
      // In tslab's TypeScript what nobody sets is off; in ours it is on, unless strict is off.
      const expected = stock[name] ?? stock.strict ?? false;
      expect(ours[name] ?? ours.strict, name).to.equal(expected);
    }
    // Options beside strict that find more errors: neither sets one.
    for (const { name, category } of typescript.optionDeclarations as unknown as {
      name: string;
      category?: { message: string };
    }[]) {
      if (category?.message !== "Type Checking" || names.includes(name)) continue;
      expect(ours[name] ?? false, name).to.equal(stock[name] ?? false);
    }
  });

  it("is what the nearest tsconfig.json upwards says", () => {
    write("tsconfig.json", { compilerOptions: { strict: true } });
    const all = strictOptions(typescript);
    expect(strictIn(".")).to.deep.equal(all);
    expect(strictIn("deep/down")).to.deep.equal(all);
    write("other/tsconfig.json", { compilerOptions: { strictNullChecks: true } });
    expect(strictIn("other")).to.deep.equal(["strictNullChecks"]);
    write("but/tsconfig.json", { compilerOptions: { strict: true, noImplicitAny: false } });
    expect(strictIn("but")).to.deep.equal(all.filter((name) => name !== "noImplicitAny"));
    write("silent/tsconfig.json", { compilerOptions: { target: "es2022" } });
    expect(strictIn("silent")).to.deep.equal([]);
  });

  it("is also what a tsconfig.json takes over from others, with comments", () => {
    write("base.json", { compilerOptions: { strict: true } });
    write(
      "a/tsconfig.json",
      '{\n  // Ours, but:\n  "extends": "../base.json",\n  "compilerOptions": { "strictNullChecks": false, },\n}',
    );
    expect(strictIn("a")).to.include("noImplicitAny");
    expect(strictIn("a")).not.to.include("strictNullChecks");
  });

  it("is loose where a tsconfig.json cannot be read", () => {
    for (const text of [
      "",
      "{",
      "[]",
      "null",
      '{ "compilerOptions": 5 }',
      '{ "extends": "./no" }',
    ]) {
      write("tsconfig.json", text);
      expect(strictIn("."), text).to.deep.equal([]);
    }
  });

  it("changes nothing else", () => {
    const loose = new Session(nodeCompilerHome(), folder, ROOT).options as Options;
    write("tsconfig.json", { compilerOptions: { strict: true, target: "es5", lib: ["dom"] } });
    const strict = new Session(nodeCompilerHome(), folder, ROOT).options as Options;
    for (const name of strictOptions(typescript)) {
      delete loose[name];
      delete strict[name];
    }
    expect(strict).to.deep.equal(loose);
  });
});
