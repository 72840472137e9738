import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { build } from "esbuild";
import ts from "typescript";
import { runExample } from "./support/examples";
import { inProject } from "./support/project";
import { RawKernel } from "./support/raw-kernel";
import { codeBlocks } from "./support/readmes";

const PAGE = "CONTRIBUTING.md";
const BLOCKS = codeBlocks(PAGE);

/** The rows of the table below a heading, their cells without backticks. */
function rowsBelow(heading: string): string[][] {
  const [, section = ""] = readFileSync(inProject(PAGE), "utf8").split(`## ${heading}\n`);
  const lines = section.split("\n## ")[0].split("\n");
  return lines
    .filter((line) => line.startsWith("| "))
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll("`", "")),
    );
}

/** Where each of the four questions says that the answer lies. */
const ANSWERS = new Map(rowsBelow("Four questions").map(([question, file]) => [question, file]));

describe("the page for contributors", function () {
  this.timeout(240_000);
  let folder: string;
  const at = (...parts: string[]) => join(folder, ...parts);

  before(() => {
    mkdirSync(inProject(".jupyter"), { recursive: true });
    // Inside of the project, where its packages are found.
    folder = mkdtempSync(inProject(".jupyter", "contributed-"));
    const isSource = (path: string) => !/[\\/](?:node_modules|built)(?:[\\/]|$)/.test(path);
    for (const part of ["src", "kernel-setup"])
      cpSync(inProject(part), at(part), {
        recursive: true,
        filter: (path) => isSource(path.slice(inProject().length)),
      });
    for (const file of ["package.json", "tsconfig.json"]) cpSync(inProject(file), at(file));
    // What the build makes beside the translated sources.
    cpSync(inProject("dist"), at("dist"), {
      recursive: true,
      filter: (path) => !/[\\/]dist[\\/](?:test|tmp|cache|site)(?:[\\/]|$)/.test(path),
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  const translate = () =>
    build({
      absWorkingDir: folder,
      entryPoints: ["src", "kernel-setup"].flatMap((part) =>
        readdirSync(at(part), { recursive: true, encoding: "utf8" })
          .map((file) => join(part, file))
          // What browsers run stays the bundle that the build has made.
          .filter((file) => file.endsWith(".ts") && !file.startsWith(join("src", "browser"))),
      ),
      outbase: ".",
      outdir: "dist",
      format: "cjs",
      platform: "node",
      logLevel: "error",
    });

  /** Does something with a changed file, and puts it back. */
  async function withChanged<T>(
    file: string,
    by: (text: string) => string,
    work: () => Promise<T> | T,
  ): Promise<T> {
    const before = readFileSync(at(file), "utf8");
    const after = by(before);
    expect(after, `what was looked for in ${file}`).not.to.equal(before);
    writeFileSync(at(file), after);
    try {
      await translate();
      return await work();
    } finally {
      writeFileSync(at(file), before);
    }
  }

  /** The library of the copy, loaded anew. */
  function library(): typeof import("../src/index") {
    const load = createRequire(at("dist", "src", "index.js"));
    for (const file of Object.keys(load.cache))
      if (file.startsWith(at("dist"))) delete load.cache[file];
    return load("./index.js");
  }

  async function kernel<T>(work: (kernel: RawKernel) => Promise<T>): Promise<T> {
    const command = (file: string) => [at("dist", "kernel-setup", "kernel", "main.js"), file];
    const started = await RawKernel.start({ cwd: folder, command });
    try {
      return await work(started);
    } finally {
      await started.stop();
    }
  }

  const resultOf = (code: string) =>
    kernel(async (started) => {
      const { messages } = await started.run(code);
      const found = messages.find(({ header }) => header.msg_type === "execute_result");
      return (found?.content.data as Record<string, string> | undefined)?.["text/plain"];
    });

  describe("answers its four questions:", () => {
    it("a cell's code is compiled there", async () => {
      const file = ANSWERS.get("is a cell's code compiled?") as string;
      const other = (text: string) =>
        text.replace(/ compile\(code.*\{\n/, "$&code = code.replace('6 * 7', '6 * 8');\n");
      expect(await withChanged(file, other, () => resultOf("6 * 7"))).to.equal("48");
    });

    it("dx of Affine is computed there, and dW elsewhere", async () => {
      const file = ANSWERS.get("is dx of Affine computed?") as string;
      const twice = (text: string) =>
        text.replace(/return dx \?/, "if (dx) dx.multiply(2, false);\n$&");
      const gradients = () => {
        const { Affine } = library();
        const affine = new Affine([[1, 2]], [0, 0]);
        affine.forward([[3]]);
        return [affine.backward([[1, 1]]).tolist(), affine.dW?.tolist()];
      };
      expect(await withChanged(file, twice, gradients)).to.deep.equal([[[6]], [[3, 3]]]);
    });

    it("the Korean word for gradient in drawings stands there", async () => {
      const file = ANSWERS.get('stands the Korean word for "gradient" in drawings?') as string;
      const drawn = () => {
        const { lesson, graph } = library();
        lesson("05", "ko");
        const g = graph();
        g.mul(g.input("x", 2), g.input("y", 3), "out");
        g.forward();
        g.backward();
        const bundle = (g as never as Record<symbol, () => Record<string, string>>)[
          Symbol.for("Jupyter.display")
        ]();
        const [, picture] = /base64,([^"]+)"/.exec(bundle["text/html"]) ?? [];
        return Buffer.from(picture ?? "", "base64").toString("utf8");
      };
      const changed = await withChanged(file, (text) => text.replaceAll("미분", "기울기"), drawn);
      expect(changed).to.include("기울기").and.not.to.include("미분");
      await translate();
      expect(drawn()).to.include("미분");
    });
  });

  describe("shows how to add something:", () => {
    let edited: string[];

    before(async () => {
      edited = BLOCKS.flatMap(({ file }) => file ?? []);
      for (const { language, file, text } of BLOCKS) {
        if (file === undefined) continue;
        if (language === "ts") writeFileSync(at(file), `${text}\n`);
        else writeFileSync(at(file), added(readFileSync(at(file), "utf8"), text, file));
      }
      await translate();
    });

    it("all of it compiles", () => {
      const { config } = ts.readConfigFile(inProject("tsconfig.json"), ts.sys.readFile);
      const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
      const how = { ...options, composite: false, incremental: false, noEmit: true };
      const files = [...new Set(edited)].map((file) => at(file));
      const program = ts.createProgram(files, { ...how, tsBuildInfoFile: undefined });
      const errors = files.flatMap((file) => [
        ...program.getSemanticDiagnostics(program.getSourceFile(file)),
        ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
      ]);
      expect(
        errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
      ).to.deep.equal([]);
    });

    it("a layer with its node", () => {
      const [example] = BLOCKS.filter(({ language, file }) => language === "ts" && !file);
      const { lesson, ...names } = library();
      lesson("05", "en");
      expect(runExample(example.text, names)).to.equal(4);
      const { Tanh } = names as never as { Tanh: new () => { forward(x: unknown): unknown } };
      expect(() => new Tanh().forward(Number.NaN)).to.throw(
        "Tanh.forward: expected x to be a finite number, but got NaN",
      );
    });

    it("a message", () =>
      kernel(async (started) => {
        const { reply } = await started.request("uptime_request", {});
        expect(reply.status).to.equal("ok");
        expect(reply.milliseconds).to.be.within(1, 1e6);
      }));
  });

  it("names every folder that is there", () => {
    for (const [room] of rowsBelow("The house in one picture"))
      expect(() => readFileSync(inProject(room, "nothing")), room).to.throw(/ENOENT|no such file/);
    const now = rowsBelow("Where things were").length;
    expect(now).to.be.greaterThan(20);
  });
});

/** A text with the lines of `+` after those that stand around them. */
function added(text: string, diff: string, file: string): string {
  const lines = diff.split("\n");
  const around = lines.filter((line) => !line.startsWith("+")).map((line) => line.slice(1));
  const whole = lines.map((line) => line.slice(1));
  const [before, ...more] = text.split(`${around.join("\n")}\n`);
  expect(more, `${around.join("\n")} in ${file}, once`).to.have.lengthOf(1);
  return `${before}${whole.join("\n")}\n${more[0]}`;
}
