import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { build } from "esbuild";
import ts from "typescript";
import { inProject } from "../../support/project";

/** What somebody writes who wants two operations more. */
const ADDED = `
  /** Adds a softplus node: log(1 + exp(x)). */
  softplus: {
    symbol: "softplus",
    form: "before",
    takes: (x: Operand) => [x],
    value: (x) => Math.log(1 + Math.exp(x)),
    slopes: ([x]) => [1 / (1 + Math.exp(-x))],
    layer: "SoftplusLayer",
  },
  /** Adds a node for the length of the way (x, y). */
  hypot: {
    symbol: "∠",
    form: "between",
    commutes: true,
    takes: (x: Operand, y: Operand) => [x, y],
    value: Math.hypot,
    slopes: ([x, y], out) => [x / out, y / out],
    says: "graph.other",
    layer: "HypotLayer",
  },
`;
const END = "} satisfies Record<string, RuleRow | LayerRow>;";

/** Right calls, and wrong ones that may not compile. */
const CALLS = `
import { graph } from "./graph/drawing/drawn-graph";
import type { GraphNode } from "./graph/node";
const g = graph();
const x = g.input("x", 1);
export const nodes: GraphNode[] = [g.softplus(x), g.softplus(2, "y"), g.hypot(x, 3), g.hypot(1, x, "z")];
// @ts-expect-error: a text is no input
g.softplus("x");
// @ts-expect-error: a name is a text
g.softplus(x, 3);
// @ts-expect-error: an input is missing
g.hypot(x);
// @ts-expect-error: a node is no number
export const wrong: number = g.hypot(x, x);
// @ts-expect-error: there is no such row
g.softminus(x);
`;

/** Computes, differentiates and draws, and says what came out. */
const RUN = `
import { inspect } from "node:util";
import { compare } from "./graph/drawing/compare";
import { graph } from "./graph/drawing/drawn-graph";
import { pageModel } from "./graph/drawing/page-model";
const built = (x: number, y: number) => {
  const g = graph();
  g.hypot(g.softplus(g.input("x", x), "s"), g.input("y", y), "out");
  return g;
};
const H = 1e-5;
const at = (x: number, y: number) => built(x, y).forward();
const g = built(0.4, 1.3);
const value = g.forward();
const gradients = g.backward();
const numeric = {
  x: (at(0.4 + H, 1.3) - at(0.4 - H, 1.3)) / (2 * H),
  y: (at(0.4, 1.3 + H) - at(0.4, 1.3 - H)) / (2 * H),
};
const arrays = graph();
arrays.softplus(arrays.input("x", [[0, 1], [2, 3]]), "out");
arrays.forward();
arrays.backward([[1, 1], [1, 1]]);
const other = graph();
other.apply({ forward: () => value, backward: () => [9, 9] }, [
  other.apply({ forward: () => g.value("s"), backward: () => 9 }, other.input("x", 0.4), "s"),
  other.input("y", 1.3),
], "out");
const alone = graph();
alone.hypot(alone.input("x", [1, 2]), alone.input("y", [1, 2, 3]), "out");
let error = "";
try { alone.forward(); } catch (thrown) { error = (thrown as Error).message; }
const free = graph();
console.log(JSON.stringify({
  value, gradients, numeric, error, text: String(g), model: pageModel(g),
  html: g[Symbol.for("Jupyter.display") as never as "toString"]()["text/html" as never],
  layer: inspect(g.layer("s")), compared: String(compare(g, other)),
  array: (arrays.gradient("x") as never as { tolist(): unknown }).tolist(),
  name: free.hypot(free.input("a", 1), 2).name,
}));
`;

/** The gradients of a page's own pass. */
type Compute = (nodes: object[], inputs: unknown, dout: unknown) => { gradients: number[] };

describe("an operation that a row is added for", function () {
  this.timeout(120_000);
  let root: string;
  // In the project, where packages are found from.
  before(() => {
    root = mkdtempSync(inProject("dist", "added-row-"));
    for (const folder of ["arrays", "browser", "graph", "home", "layers", "show", "text"])
      cpSync(inProject("src", folder), join(root, "src", folder), { recursive: true });
    cpSync(inProject("tsconfig.json"), join(root, "tsconfig.json"));
    const table = join(root, "src", "graph", "operations.ts");
    const rows = readFileSync(table, "utf8");
    expect(rows.split(END)).to.have.length(2);
    writeFileSync(
      table,
      rows.replace(END, () => ADDED + END),
    );
    writeFileSync(join(root, "src", "calls.ts"), CALLS);
    writeFileSync(join(root, "src", "run.ts"), RUN);
  });
  after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));

  it("is a method with the row's inputs, a name, and the row's comment", () => {
    const { config } = ts.readConfigFile(inProject("tsconfig.json"), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, inProject());
    const calls = join(root, "src", "calls.ts");
    const how = { ...options, rootDir: root, composite: false, incremental: false, noEmit: true };
    const program = ts.createProgram([calls], { ...how, tsBuildInfoFile: undefined });
    const source = program.getSourceFile(calls) as ts.SourceFile;
    const found = [source, program.getSourceFile(join(root, "src", "graph", "operations.ts"))];
    const errors = found.flatMap((file) => program.getSemanticDiagnostics(file));
    const said = errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
    expect(said).to.deep.equal([]);
    const checker = program.getTypeChecker();
    const [declared] = source.statements
      .filter(ts.isVariableStatement)
      .map(({ declarationList }) => declarationList.declarations[0].name);
    const method = checker.getTypeAtLocation(declared).getProperty("softplus") as ts.Symbol;
    expect(ts.displayPartsToString(method.getDocumentationComment(checker))).to.equal(
      "Adds a softplus node: log(1 + exp(x)).",
    );
    expect(checker.typeToString(checker.getTypeOfSymbol(method))).to.match(
      /^\(x: Operand, name\?: string.*\) => GraphNode$/,
    );
  });

  it("computes, differentiates, draws, steps and compares, in the library and in pages", async () => {
    const boot = pathToFileURL(inProject("kernel-setup", "commands", "boot", "build.mjs")).href;
    const { MADE } = await import(boot);
    const page = join(root, "dist", "src", "browser", "graph", "main.js");
    // Where Node's home is: it finds what the build has made from its own place.
    const run = join(root, "dist", "src", "home", "run.js");
    const from = (...parts: string[]) => [join(root, "src", ...parts)];
    const shared = { bundle: true, plugins: [MADE] };
    await build({
      ...shared,
      entryPoints: from("browser", "graph", "main.ts"),
      outfile: page,
      minify: true,
    });
    const bundle = { platform: "node", packages: "external", outfile: run } as const;
    await build({ ...shared, entryPoints: from("run.ts"), ...bundle });
    const out = JSON.parse(execFileSync(process.execPath, [run], { encoding: "utf8" }));

    const softplus = Math.log(1 + Math.exp(0.4));
    expect(out.value).to.be.closeTo(Math.hypot(softplus, 1.3), 1e-12);
    for (const name of ["x", "y"])
      expect(out.gradients[name], name).to.be.closeTo(out.numeric[name], 1e-9);
    expect(out.array[1][1]).to.be.closeTo(1 / (1 + Math.exp(-3)), 1e-12);
    expect(out.name).to.equal("hypot1");
    expect(out.layer).to.match(/^SoftplusLayer \{ inputs: \[ 0.4 \], out: 0.91/);
    expect(out.error).to.include('node "out": HypotLayer.forward: expected arrays of one shape');
    expect(out.text).to.include("s ∠ y").and.to.include("softplus(x)");
    expect(out.compared).to.match(/^First difference, backward: ∠ at out should pass 0\..* A node/);

    const [, picture] = /base64,([^"]+)"/.exec(out.html) ?? [];
    const svg = Buffer.from(picture, "base64").toString("utf8");
    expect(svg).to.include(">softplus</text>").and.to.include(">∠</text>");
    expect(out.html).to.include("<script>").and.to.include("softplus:{value:");
    expect(out.model.live).to.equal(true);
    const file = { entryPoints: from("browser", "graph", "compute.ts"), write: false } as const;
    const { outputFiles } = await build({ ...shared, ...file, format: "cjs" });
    const module = { exports: {} as { compute: Compute } };
    new Function("module", outputFiles[0].text)(module);
    const { nodes, inputs, dout } = out.model;
    const { gradients } = module.exports.compute(nodes, inputs, dout);
    expect(gradients[0]).to.equal(out.gradients.x);
  });

  it("is found by the build when its rule would need more than a page has", async () => {
    const table = join(root, "src", "graph", "operations.ts");
    const rows = readFileSync(table, "utf8");
    writeFileSync(table, rows.replace("value: Math.hypot", "value: (x) => ruleLayer.length * x"));
    const boot = pathToFileURL(inProject("kernel-setup", "commands", "boot", "build.mjs")).href;
    const { MADE } = await import(boot);
    const entryPoints = [join(root, "src", "browser", "graph", "compute.ts")];
    const how = { bundle: true, write: false, logLevel: "silent" } as const;
    const failed = await build({ entryPoints, ...how, plugins: [MADE] }).catch(String);
    expect(failed).to.include("ruleLayer").and.to.include("is not defined");
    writeFileSync(table, rows);
  });
});
