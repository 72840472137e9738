import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "../../../support/project";
import { bootstrap, removeTemporary, temporaryFolder, writeFiles } from "../parts/temporary";

type Build = (options: object) => Promise<boolean>;
let build: Build;
let missingBuild: (root: string, tests?: boolean, check?: boolean) => string | undefined;
let damagedBuild: (root: string) => string | undefined;
let removeOrphans: (root: string) => void;

before(async () => {
  ({ build, missingBuild, damagedBuild, removeOrphans } = await bootstrap("build.mjs"));
});
describe("removeOrphans", () => {
  after(removeTemporary);
  it("removes what was compiled from sources that are gone, and nothing else", () => {
    const root = temporaryFolder();
    const kept = ["dist/src/a.js", "dist/src/a.js.map", "dist/src/a.d.ts", "dist/build.json"];
    const gone = ["dist/src/b.js", "dist/src/b.js.map", "dist/src/b.d.ts", "dist/test/b.test.js"];
    // Of what browsers run there is the bundle alone.
    kept.push("dist/src/browser/c/main.js", "src/browser/c/main.ts", "src/browser/c/part.ts");
    gone.push("dist/src/browser/c/part.js", "dist/src/browser/c/main.d.ts");
    const files = [...kept, "dist/src/lessons/text.md", "src/a.ts", ...gone];
    writeFiles(root, Object.fromEntries(files.map((file) => [file, ""])));
    removeOrphans(root);
    for (const file of files)
      expect(existsSync(join(root, file)), file).to.equal(!gone.includes(file));
  });
});

/** A project with the least that a build makes something of; it shares the installed packages. */
function smallClone(): string {
  const root = temporaryFolder();
  const parts = [
    "commands/boot/build.mjs",
    "jupyter/kernelspecs",
    "jupyter/notebook-files/rename-over.ts",
    "commands/parts/project.ts",
    "commands/parts/project-kernelspec.ts",
  ].map((part) => `kernel-setup/${part}`);
  for (const part of [...parts, "package.json", "tsconfig.json"])
    cpSync(inProject(part), join(root, part), { recursive: true });
  symlinkSync(inProject("node_modules"), join(root, "node_modules"), "junction");
  writeFiles(root, {
    "src/index.ts": "export const one = 1;\n",
    "src/browser/drawing/main.ts": 'import { two } from "./two";\nalert(two);\n',
    "src/browser/drawing/two.ts": "export const two: number = 2;\n",
    "kernel-setup/kernel/main.ts": "console.log(1);\n",
  });
  return root;
}

describe("build", () => {
  after(removeTemporary);
  let clone: string;
  const at = (...parts: string[]) => join(clone, ...parts);
  const run = () => build({ root: clone, say() {} });

  before(async () => {
    clone = smallClone();
    expect(await run()).to.equal(true);
  });

  it("makes the library, the package of the cells, the kernelspec and plotly's file", () => {
    const signpost = JSON.parse(readFileSync(at("node_modules/backprop/package.json"), "utf8"));
    expect(existsSync(at("node_modules/backprop", "../../dist/src/index.d.ts"))).to.equal(true);
    expect(signpost).to.include({ name: "backprop", main: "../../dist/src/index.js" });
    const spec = JSON.parse(readFileSync(at(".jupyter/kernels/tslab/kernel.json"), "utf8"));
    expect(spec.argv).to.include(at("dist", "kernel-setup", "kernel", "main.js"));
    const plotly = statSync(at(".jupyter/kernels/tslab/plotly.min.js"));
    expect(plotly.size).to.be.within(1e6, 6e6);
    const licences = readFileSync(at(".jupyter/kernels/tslab/LICENSES.txt"), "utf8");
    expect(licences)
      .to.match(/^plotly\.js-dist /m)
      .and.to.include("Permission is hereby granted");
  });

  it("has nothing to do while nothing changes", async () => {
    expect(missingBuild(clone)).to.equal(undefined);
    expect(await run()).to.equal(false);
  });

  it("takes a copy for built whose files have other times, also at another place", () => {
    const there = join(temporaryFolder(), "copy");
    // As archives and images do it: without times, or with whole seconds.
    cpSync(clone, there, { recursive: true, verbatimSymlinks: true });
    expect(missingBuild(there)).to.equal(undefined);
    for (const file of ["src/index.ts", "tsconfig.json", "package.json"])
      utimesSync(at(file), 1_000_000_000, 1_000_000_000);
    expect(missingBuild(clone)).to.equal(undefined);
    // Of the same length and time.
    writeFileSync(join(there, "src/index.ts"), "export const two = 2;\n");
    utimesSync(join(there, "src/index.ts"), 1_000_000_000, 1_000_000_000);
    expect(missingBuild(there)).to.match(/^sources.* have changed/);
  });

  it("writes the kernelspec of a clone that was moved, and compiles nothing", async () => {
    const there = join(temporaryFolder(), "moved");
    cpSync(clone, there, { recursive: true, verbatimSymlinks: true });
    const compiled = join(there, "dist/src/index.js");
    // Of the same length: a damaged file would be compiled again.
    const marked = readFileSync(compiled, "utf8").replace(`"use strict"`, `'use strict'`);
    expect(marked).to.contain(`'use strict'`);
    writeFileSync(compiled, marked);
    const said: string[] = [];
    const say = (line: string) => said.push(line);
    expect(await build({ root: there, say })).to.equal(true);
    expect(said[0]).to.equal("Building (Node or the clone's place have changed) …");
    const spec = join(there, ".jupyter/kernels/tslab/kernel.json");
    expect(JSON.parse(readFileSync(spec, "utf8")).argv).to.include(
      join(there, "dist", "kernel-setup", "kernel", "main.js"),
    );
    expect(readFileSync(compiled, "utf8")).to.equal(marked);
    expect(await build({ root: there, say })).to.equal(false);
    writeFileSync(spec, '{ "argv": [');
    expect(await build({ root: there, say })).to.equal(true);
    expect(said.join("\n")).to.contain("kernel.json is damaged");
    expect(await build({ root: there, say })).to.equal(false);
  });

  it("compiles what has changed, and removes what has lost its source", async () => {
    writeFileSync(at("src", "extra.ts"), "export const extra = 1;\n");
    expect(missingBuild(clone)).to.match(/^sources.* have changed/);
    expect(await run()).to.equal(true);
    expect(existsSync(at("dist/src/extra.js"))).to.equal(true);
    rmSync(at("src", "extra.ts"));
    expect(await run()).to.equal(true);
    expect(existsSync(at("dist/src/extra.js"))).to.equal(false);
  });

  it("makes again what was removed from dist or from the kernel", async () => {
    const lost = ["dist/src/index.js", ".jupyter/kernels/tslab/kernel.json"];
    for (const file of lost) rmSync(at(file));
    expect(missingBuild(clone)).to.equal(`${join("dist", "src", "index.js")} is missing`);
    expect(await run()).to.equal(true);
    for (const file of lost) expect(existsSync(at(file)), file).to.equal(true);
  });

  it("makes again what is not as it was made: cut off, empty, or half written", async () => {
    const whole = new Map<string, string>();
    const spec = ".jupyter/kernels/tslab";
    const damaged: Record<string, (text: string) => string> = {
      "dist/src/index.js": (text) => text.slice(0, text.length / 2),
      "dist/src/index.d.ts": () => "",
      "dist/src/browser/drawing/main.js": () => "",
      "dist/kernel-setup/kernel/main.js": () => "",
      [`${spec}/kernel.json`]: (text) => text.slice(0, text.length / 2),
      [`${spec}/plotly.min.js`]: (text) => text.slice(0, 5000),
    };
    for (const [file, damage] of Object.entries(damaged)) {
      const text = readFileSync(at(file), "utf8");
      whole.set(file, text);
      writeFileSync(at(file), damage(text));
      expect(missingBuild(clone), file).to.equal(`${join(...file.split("/"))} is damaged`);
      expect(await run()).to.equal(true);
      expect(readFileSync(at(file), "utf8") === text, file).to.equal(true);
      expect(missingBuild(clone)).to.equal(undefined);
    }
  }).timeout(240_000);

  it("reads all that was made for who asks, since what a power cut leaves may have its size", () => {
    expect(damagedBuild(clone)).to.equal(undefined);
    const file = at("dist/src/index.js");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, "\0".repeat(Buffer.byteLength(text)));
    expect(damagedBuild(clone)).to.equal(`${join("dist", "src", "index.js")} is damaged`);
    writeFileSync(file, text);
    expect(damagedBuild(clone)).to.equal(undefined);
  });

  it("bundles what browsers run into one small file, and again when a part of it has changed", async () => {
    const page = () => readFileSync(at("dist/src/browser/drawing/main.js"), "utf8");
    expect(page()).to.equal("alert(2);");
    writeFileSync(at("src/browser/drawing/two.ts"), "export const two: number = 1 + 2;\n");
    expect(await run()).to.equal(true);
    expect(page()).to.equal("alert(3);");
    rmSync(at("dist/src/browser/drawing/main.js"));
    expect(await run()).to.equal(true);
    expect(page()).to.equal("alert(3);");
    expect(existsSync(at("dist/src/browser/drawing/two.js")), "a part alone").to.equal(false);
  });

  it("bundles the same whatever types the sources have, since saved notebooks hold it", async () => {
    const main = at("src/browser/drawing/main.ts");
    const text = readFileSync(main, "utf8");
    const page = async (type: string) => {
      writeFileSync(
        main,
        `export function add(first${type}, other${type}) { return first + other; }`,
      );
      expect(await run()).to.equal(true);
      return readFileSync(at("dist/src/browser/drawing/main.js"), "utf8");
    };
    const untyped = await page("");
    expect(untyped).to.match(/^function \w\(\w,\w\)/);
    expect(await page(": Zzzzzzzzzz")).to.equal(untyped);
    writeFileSync(main, text);
    expect(await run()).to.equal(true);
  });

  it("fails with the compiler's words, and tries again the next time", async () => {
    writeFileSync(at("src", "wrong.ts"), 'export const wrong: number = "text";\n');
    for (let time = 0; time < 2; time++) {
      const failure = await run().catch((error) => error);
      expect(failure.message).to.match(
        /wrong\.ts\(1,14\): error TS2322.*\nThe sources do not compile/s,
      );
    }
    rmSync(at("src", "wrong.ts"));
    expect(await run()).to.equal(true);
  });
});

describe("build of a clone with lessons", () => {
  after(removeTemporary);
  it("writes for the library what stands above their texts, and again when that has changed", async () => {
    const clone = smallClone();
    const parts = ["book/build", "jupyter", "text"].map((part) => `kernel-setup/${part}`);
    for (const part of [...parts, "src/home", "src/text"])
      cpSync(inProject(part), join(clone, part), { recursive: true });
    const run = () =>
      build({ root: clone, check: false, say() {} }).catch((error: Error) => error.message);
    const file = join("dist", "src", "lessons", "lessons.json");
    const titles = () =>
      JSON.parse(readFileSync(join(clone, file), "utf8")).lessons.map(
        ({ title }: { title: { en: string } }) => title.en,
      );
    const lesson = (title: string, text: string) =>
      writeFiles(clone, {
        "src/lessons/05-one/lesson.md": `---\ntitle:\n  en: ${title}\n  ko: 하나\n---\n${text}\n`,
      });
    expect(await run()).to.equal(true);
    expect(existsSync(join(clone, file)), "no lessons").to.equal(false);

    writeFiles(clone, { "src/lessons/lessons.yaml": 'setup: lesson("{number}", "{language}")\n' });
    lesson("One", "A text.");
    expect(missingBuild(clone)).to.match(/^sources.* have changed/);
    expect(await run()).to.equal(true);
    expect(titles()).to.deep.equal(["One"]);
    lesson("One", "Another text.");
    expect(missingBuild(clone), "the text itself is not read").to.equal(undefined);
    lesson("Two", "Another text.");
    expect(missingBuild(clone)).to.match(/^sources.* have changed/);
    expect(await run()).to.equal(true);
    expect(titles()).to.deep.equal(["Two"]);

    writeFileSync(join(clone, file), "{");
    expect(missingBuild(clone)).to.equal(`${file} is damaged`);
    rmSync(join(clone, file));
    expect(missingBuild(clone)).to.equal(`${file} is missing`);
    expect(await run()).to.equal(true);
    expect(titles()).to.deep.equal(["Two"]);
    writeFiles(clone, { "src/lessons/05-one/lesson.md": "---\ntitle: { en: Two }\n---\n" });
    expect(await run()).to.match(/05-one.lesson\.md:2: expected a title with a text for each of/);
    rmSync(join(clone, "src", "lessons"), { recursive: true });
    expect(await run()).to.equal(true);
    expect(existsSync(join(clone, file)), "no lessons any more").to.equal(false);
  }).timeout(240_000);
});

describe("build without a check of types", () => {
  after(removeTemporary);
  it("is for a clone's first build alone: it is made up for, and who changes something hears of errors", async () => {
    const clone = smallClone();
    const run = (check: boolean) =>
      build({ root: clone, check, say() {} }).catch((error: Error) => error.message);
    writeFiles(clone, { "src/wrong.ts": 'export const wrong: number = "text";\n' });
    expect(await run(false)).to.equal(true);
    expect(existsSync(join(clone, "dist/src/wrong.d.ts"))).to.equal(true);
    const pages = join(clone, "dist/src/browser/drawing");
    expect(readdirSync(pages), "bundled alone").to.deep.equal(["main.js"]);
    expect(await run(false), "nothing to do").to.equal(false);
    expect(missingBuild(clone, false, true)).to.equal("its types are not checked yet");
    expect(await run(true)).to.match(/wrong\.ts\(1,14\): error TS2322/);
    expect(await run(false)).to.match(/wrong\.ts\(1,14\): error TS2322/);
    writeFiles(clone, { "src/wrong.ts": "export const wrong: number = 1;\n" });
    expect(await run(false)).to.equal(true);
    expect(await run(true), "checked already").to.equal(false);
  }).timeout(120_000);
});
