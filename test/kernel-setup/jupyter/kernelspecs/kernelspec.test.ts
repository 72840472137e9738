import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import {
  isOwnKernelSpec,
  makeKernelSpec,
  parseKernelSpec,
  writeKernelSpec,
} from "../../../../kernel-setup/jupyter/kernelspecs/kernelspec";

const NODE = process.execPath;
const MAIN = join(tmpdir(), "clone", "main.js");

describe("the kernelspec of this project", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "kernelspec-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("starts Node with its flags, then the kernel with the connection file", () => {
    const spec = makeKernelSpec({ node: NODE, main: MAIN, flags: ["--experimental-vm-modules"] });
    expect(spec.argv).to.deep.equal([NODE, "--experimental-vm-modules", MAIN, "{connection_file}"]);
    expect(spec.display_name).to.equal("TypeScript");
    expect(spec.language).to.equal("typescript");
    expect(spec.interrupt_mode).to.equal("message");
  });

  it("has a script run all of that, where one is given", () => {
    const watch = join(tmpdir(), "clone", "watch.sh");
    const { argv } = makeKernelSpec({ node: NODE, main: MAIN, watch, flags: ["-x"] });
    expect(argv).to.deep.equal(["/bin/sh", watch, NODE, "-x", MAIN, "{connection_file}"]);
    expect(() => makeKernelSpec({ node: NODE, main: MAIN, watch: "watch.sh" })).to.throw(
      "expected watch to be an absolute path",
    );
  });

  it("must name absolute paths", () => {
    expect(() => makeKernelSpec({ node: "node", main: MAIN })).to.throw(
      "makeKernelSpec: expected node to be an absolute path, but got node",
    );
    expect(() => makeKernelSpec({ node: NODE, main: "main.js" })).to.throw("expected main to be");
  });

  it("is told from a foreign one", () => {
    expect(isOwnKernelSpec(makeKernelSpec({ node: NODE, main: MAIN }))).to.equal(true);
    expect(
      isOwnKernelSpec({ argv: ["tslab"], display_name: "TypeScript", language: "ts" }),
    ).to.equal(false);
  });

  it("is written whole, read back equal, and replaces an older one without leaving drafts", () => {
    const target = join(folder, "kernels", "tslab");
    writeKernelSpec(target, makeKernelSpec({ node: NODE, main: MAIN, displayName: "Old" }));
    const spec = makeKernelSpec({ node: NODE, main: MAIN, env: { A: "1" } });
    writeKernelSpec(target, spec);
    const path = join(target, "kernel.json");
    expect(parseKernelSpec(readFileSync(path, "utf8"), path)).to.deep.equal(spec);
    expect(readdirSync(target)).to.deep.equal(["kernel.json"]);
  });

  it("leaves the old file when the new one cannot take its place", () => {
    const target = join(folder, "taken");
    mkdirSync(join(target, "kernel.json"), { recursive: true });
    writeFileSync(join(target, "kernel.json", "keep"), "");
    expect(() => writeKernelSpec(target, makeKernelSpec({ node: NODE, main: MAIN }))).to.throw();
    expect(readdirSync(target)).to.deep.equal(["kernel.json"]);
  });
});

describe("parseKernelSpec", () => {
  it("says what is wrong with the file", () => {
    const parse = (value: unknown) => () =>
      parseKernelSpec(JSON.stringify(value), "/k/kernel.json");
    expect(() => parseKernelSpec("{", "/k/kernel.json")).to.throw(/expected JSON in .*kernel.json/);
    expect(parse(null)).to.throw("expected argv in /k/kernel.json to be a list of strings");
    expect(parse({ argv: [] })).to.throw("but got []");
    expect(parse({ argv: ["node", 1] })).to.throw('but got ["node",1]');
    expect(parse({ argv: ["node"], interrupt_mode: "shout" })).to.throw('but got "shout"');
    expect(parse({ argv: ["node"] })()).to.include({ display_name: "", language: "" });
  });
});
