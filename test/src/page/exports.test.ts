import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { inProject, PROJECT } from "../../support/project";

const esbuild: typeof import("esbuild") = createRequire(__filename)("esbuild");

describe("what the package gives", () => {
  const resolved = (...flags: string[]) =>
    execFileSync(process.execPath, [...flags, "-p", 'require.resolve("backprop")'], {
      cwd: inProject("notebooks"),
      encoding: "utf8",
    }).trim();

  it("to Node is the library as it is compiled", () => {
    expect(resolved()).to.equal(inProject("dist/src/index.js"));
  });

  it("to pages is the bundle", () => {
    expect(resolved("--conditions=browser")).to.equal(inProject("dist/browser/index.js"));
  });

  it("to whoever builds a page is the bundle too, which asks for nothing of Node", async () => {
    mkdirSync(inProject("dist", "tmp"), { recursive: true });
    const folder = mkdtempSync(inProject("dist", "tmp", "page-"));
    try {
      const { metafile } = await esbuild.build({
        stdin: {
          contents: 'import { Affine } from "backprop"; new Affine();',
          resolveDir: PROJECT,
        },
        outdir: folder,
        bundle: true,
        splitting: true,
        format: "esm",
        metafile: true,
        logLevel: "silent",
      });
      const inputs = Object.keys(metafile.inputs);
      expect(inputs.filter((file) => !/^dist\/browser\/|^<stdin>$/.test(file))).to.deep.equal([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("is there, types too", () => {
    const { exports, main, types } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
    const { browser, ...node } = exports["."];
    expect([node.default, node.types]).to.deep.equal([`./${main}`, `./${types}`]);
    for (const file of [...Object.values<string>(browser), ...Object.values<string>(node)])
      expect(existsSync(join(PROJECT, file)), file).to.equal(true);
  });
});
