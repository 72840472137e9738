import { createRequire } from "node:module";
import { expect } from "chai";
import { inProject } from "../../../support/project";
import { bootstrap, removeTemporary, temporaryFolder, writeFiles } from "../parts/temporary";

interface Bundle {
  files: Record<string, string>;
  weights: Record<string, number>;
  faults: string[];
}

describe("the kernel for pages", function () {
  this.timeout(60_000);
  let workerBundle: (root: string, esbuild: unknown) => Promise<Bundle | undefined>;
  let workerLine: (bundle: Bundle) => string;
  let made: Bundle;
  const load = createRequire(__filename);
  before(async () => {
    ({ workerBundle, workerLine } = await bootstrap("worker-bundle.mjs"));
    made = (await workerBundle(inProject(), load("esbuild"))) as Bundle;
  });
  after(removeTemporary);

  it("is none where a package has no kernel for pages", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "package.json": {}, "src/index.ts": "export const one = 1;" });
    expect(await workerBundle(root, load("esbuild"))).to.equal(undefined);
  });

  it("is no heavier than it may be, and says what it weighs", () => {
    expect(made.faults).to.deep.equal([]);
    const { "kernel.js": script, "declarations.json": declarations } = made.weights;
    expect(script + declarations).to.be.within(1_000_000, 1_400_000);
    expect(workerLine(made)).to.match(
      /^To run cells in pages, compressed: kernel\.js 1\d{3}\.\d kB, declarations\.json \d+\.\d kB, messages-ko\.json \d+\.\d kB\.$/,
    );
  });

  it("keeps the names of the library's classes, which learners read, and not TypeScript's", () => {
    for (const name of ["SoftmaxWithLoss", "AddLayer", "NdArray"])
      expect(made.files["kernel.js"]).to.contain(`"${name}"`);
    expect(made.files["kernel.js"]).not.to.contain("checkExpressionWithContextualType");
  });

  it("has all that the checker reads, and nothing of Node or of a page's document", () => {
    const declarations: Record<string, string> = JSON.parse(made.files["declarations.json"]);
    const paths = Object.keys(declarations);
    expect(paths).to.include.members([
      "/pack/package.json",
      "/pack/dist/src/index.d.ts",
      "/pack/node_modules/typescript/lib/lib.es5.d.ts",
      "/pack/kernel-setup/kernel/globals/page-cells/index.d.cts",
      "/pack/node_modules/tslab/dist/public.d.ts",
    ]);
    expect(paths.filter((path) => /@types\/node|lib\.dom|lib\.webworker/.test(path))).to.deep.equal(
      [],
    );
    // A program of them alone lacks nothing.
    const ts = load("typescript") as typeof import("typescript");
    const host: import("typescript").CompilerHost = {
      getSourceFile: (path, options) =>
        path in declarations ? ts.createSourceFile(path, declarations[path], options) : undefined,
      getDefaultLibFileName: () => "/pack/node_modules/typescript/lib/lib.es2023.d.ts",
      writeFile: () => {},
      getCurrentDirectory: () => "/pack",
      getCanonicalFileName: (name) => name,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      fileExists: (path) => path in declarations,
      readFile: (path) => declarations[path],
    };
    const options = {
      ...{ strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022 },
      lib: ["lib.es2023.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    };
    const roots = [
      "/pack/dist/src/index.d.ts",
      "/pack/kernel-setup/kernel/globals/page-cells/index.d.cts",
      "/pack/kernel-setup/kernel/globals/tslab-cells/index.d.cts",
    ];
    const found = ts.getPreEmitDiagnostics(ts.createProgram(roots, options, host));
    const texts = found.map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
    expect(texts).to.deep.equal([]);
  });

  it("has the licences of all that is in it beside it", () => {
    for (const name of ["typescript", "numjs", "@dagrejs/dagre", "node-inspect-extracted"])
      expect(made.files["LICENSES.txt"]).to.match(new RegExp(`^${name} \\d+\\.`, "m"));
  });
});
