import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { parse, parseDocument } from "yaml";
import { LANGUAGES } from "../src/text/languages";
import { runLesson } from "./src/lessons/run-lesson";
import { runExample } from "./support/examples";
import { ourKernel, withKernelFolder } from "./support/kernel-folder";
import { parse as parseLesson } from "./support/lesson-source";
import { committedLessons, joined, readNotebook } from "./support/lessons";
import { inProject } from "./support/project";
import { contentsOf, RawKernel } from "./support/raw-kernel";
import { codeBlocks, fileLinks, inlineCommands, readmes } from "./support/readmes";
import { runCommand } from "./support/run-command";
import { faultsOfCommands } from "./support/shell-commands";

const load = createRequire(__filename);
const ALL = readmes();
// contributing.test.ts does what that one says.
const BLOCKS = ALL.filter((readme) => readme !== "CONTRIBUTING.md").flatMap((readme) =>
  codeBlocks(readme),
);

/** How the code block of each name is tried. One that is not here fails. */
const TRIED: Record<string, (text: string, folder: string) => unknown> = {
  "README.md sh 1": namesRealCommands,
  "README.md ts 1": givesItsNumbers,
  // test/browser/library-in-page.test.ts opens it.
  "README.md html 1": importsWhatThereIs,
  // test/notebooks/foreign-ci.test.ts does what it says.
  "README.md yaml 1": namesRealCommandsInSteps,
  "kernel-setup/book/README.md markdown 1": buildsAndRuns,
  "kernel-setup/kernel/README.md ts 1": runsAsCell,
  "kernel-setup/kernel/README.md json 1": (text) => JSON.parse(text),
  "kernel-setup/kernel/README.md json 2": isAnswered,
  "kernel-setup/kernel/README.md text 1": namesFolders,
  "kernel-setup/kernel/README.md text 2": namesFolders,
  "kernel-setup/page/README.md sh 1": namesRealCommands,
};

async function namesRealCommands(text: string, folder: string): Promise<void> {
  expect(await faultsOfCommands(text, folder)).to.deep.equal([]);
}

function givesItsNumbers(code: string): void {
  const imports = /import \{ ([^}]*) \} from "backprop";\n/.exec(code);
  const library = load(inProject("dist/src/index.js")) as Record<string, unknown>;
  const names = (imports?.[1] ?? "").split(", ");
  expect(Object.keys(library)).to.include.members(names);
  const stated = runExample(code.replace(imports?.[0] ?? "", ""), library);
  expect(stated).to.be.greaterThan(2);
}

function importsWhatThereIs(html: string): void {
  const [, names = ""] = /import \{ ([^}]*) \} from "\.\/backprop\/index\.js";/.exec(html) ?? [];
  const page = readFileSync(inProject("src/page/index.ts"), "utf8");
  const library = load(inProject("dist/src/index.js")) as Record<string, unknown>;
  const missing = names.split(", ").filter((name) => !(name in library) && !page.includes(name));
  expect(names.split(", ").length).to.be.greaterThan(1);
  expect(missing).to.deep.equal([]);
}

async function namesRealCommandsInSteps(text: string): Promise<void> {
  const { errors, warnings } = parseDocument(text);
  expect([...errors, ...warnings]).to.deep.equal([]);
  const jobs = Object.values(parse(text).jobs as Record<string, { steps: { run?: string }[] }>);
  const runs = jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(runs).to.have.length.of.at.least(1);
  for (const run of runs) await namesRealCommands(run, inProject());
}

/** A reply in the kernel's README is what the request before it brings. */
async function isAnswered(text: string): Promise<void> {
  const [request] = codeBlocks("kernel-setup/kernel/README.md").filter(
    ({ language }) => language === "json",
  );
  const kernel = await RawKernel.start();
  try {
    const { reply } = await kernel.request(
      "backprop_diagnostics_request",
      JSON.parse(request.text),
      "control",
    );
    expect(reply).to.deep.equal(JSON.parse(text));
  } finally {
    await kernel.stop();
  }
}

/** `name/` in a drawing is a folder beside the README. */
function namesFolders(text: string, folder: string): void {
  const names = [...text.matchAll(/([\w-]+(?:\/[\w-]+)*)\//g)].map(([, name]) => name);
  expect(names).to.have.length.of.at.least(1);
  expect(names.filter((name) => !existsSync(join(folder, name)))).to.deep.equal([]);
}

/** The lesson goes the way of every lesson, and its solution passes its check. */
async function buildsAndRuns(text: string): Promise<void> {
  mkdirSync(inProject("dist", "tmp"), { recursive: true });
  const folder = mkdtempSync(inProject("dist", "tmp", "book-"));
  try {
    const { setup } = parse(readFileSync(inProject("src/lessons/lessons.yaml"), "utf8"));
    mkdirSync(join(folder, "lessons", "04-multiply"), { recursive: true });
    writeFileSync(join(folder, "lessons", "lessons.yaml"), JSON.stringify({ setup }));
    writeFileSync(join(folder, "lessons", "04-multiply", "lesson.md"), `${text}\n`);
    const main = inProject("dist/kernel-setup/commands/lessons.js");
    const program = `require(${JSON.stringify(main)}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; });`;
    const options = ["--source", join(folder, "lessons"), "--notebooks", join(folder, "notebooks")];
    const { code, stdout, stderr } = await withKernelFolder(ourKernel(), (JUPYTER_PATH) =>
      runCommand(process.execPath, ["-e", program, "--", ...options], { env: { JUPYTER_PATH } }),
    );
    expect(code, stdout + stderr).to.equal(0);
    const printed = LANGUAGES.map((language) => {
      const path = join(folder, "notebooks", language, "04-multiply.ipynb");
      const cell = readNotebook(path).cells.find(({ id }) => id === "price");
      return cell?.outputs?.map((output) => joined(output.text));
    });
    expect(printed).to.deep.equal([["price: 200 won\n"], ["값: 200원\n"]]);
    const outputs = runLesson(parseLesson(text, "04-multiply/lesson.md"), "en", true);
    expect(outputs.get("my-mul-backward-check")).to.match(/✓ Passed/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bar goes up to 100 %, and a page that opens "echo" gets back what it sends. */
async function runsAsCell(code: string): Promise<void> {
  const kernel = await RawKernel.start();
  try {
    const { reply, messages } = await kernel.run(code);
    expect(reply.status, JSON.stringify(reply)).to.equal("ok");
    const shown = ["display_data", "update_display_data"].flatMap((type) =>
      contentsOf(messages, type).map(({ data }) => (data as Record<string, string>)["text/plain"]),
    );
    expect(shown).to.have.lengthOf(11);
    expect([shown[0], shown[10]].map((text) => text.replaceAll(/['"]/g, ""))).to.deep.equal([
      "0 %",
      "100 %",
    ]);
    const comm_id = randomUUID();
    await kernel.send("comm_open", { comm_id, target_name: "echo", data: {} });
    const id = await kernel.send("comm_msg", { comm_id, data: { n: 7 } });
    await kernel.until(() => contentsOf(kernel.messagesOf(id), "comm_msg").length === 1);
    expect(contentsOf(kernel.messagesOf(id), "comm_msg")).to.deep.equal([
      { comm_id, data: { n: 7 } },
    ]);
  } finally {
    await kernel.stop();
  }
}

describe("the READMEs", () => {
  it("have no code block that is not tried", () => {
    expect(BLOCKS.map(({ name }) => name).sort()).to.deep.equal(Object.keys(TRIED).sort());
  });

  it("have their code blocks found wherever they stand", () => {
    const text = "- a\n\n  ```ts\n  f();\n  ```\n\n> ```ts\n> g();\n> ```\n\n    plain\n";
    expect(codeBlocks("A.md", text).map(({ name, text }) => [name, text])).to.deep.equal([
      ["A.md ts 1", "f();"],
      ["A.md ts 2", "g();"],
      ["A.md text 1", "plain"],
    ]);
  });

  for (const { name, text, folder } of BLOCKS) {
    it(`have code that does what it says: ${name}`, () => TRIED[name]?.(text, folder)).timeout(
      120_000,
    );
  }

  for (const readme of ALL) {
    it(`name only commands, scripts and options that exist: ${readme}`, async () => {
      const commands = inlineCommands(readme).join("\n");
      expect(await faultsOfCommands(commands, dirname(inProject(readme)))).to.deep.equal([]);
    });

    it(`link only to files that exist: ${readme}`, () => {
      const folder = dirname(inProject(readme));
      const links = fileLinks(readme);
      const missing = links.filter((path) => !existsSync(join(folder, path)));
      expect(missing).to.deep.equal([]);
    });
  }

  it("have links", () => {
    expect(ALL.flatMap((readme) => fileLinks(readme))).to.have.length.of.at.least(20);
  });

  it("would not get away with a command that is not there", async () => {
    const text =
      "`npm run sit` `npm run site -- --fast` `npm test -- libary` `npm test -- test/no.test.ts` `node page/bild.mjs`";
    const commands = inlineCommands("A.md", `${text} \`npm run lessons\` or \`-- --tekst\``);
    expect(await faultsOfCommands(commands.join("\n"))).to.deep.equal([
      'npm run sit: there is no script "sit".',
      "npm run site -- --fast: the script knows no --fast.",
      "npm test -- libary: the script knows no libary.",
      "npm test -- test/no.test.ts: the script knows no test/no.test.ts.",
      "node page/bild.mjs: there is no page/bild.mjs.",
      "npm run lessons -- --tekst: the script knows no --tekst.",
    ]);
  });

  it("list every lesson in both languages", () => {
    const readme = readFileSync(inProject("README.md"), "utf8");
    for (const { language, file } of committedLessons()) {
      expect(readme).to.contain(`notebooks/${language}/${file}`);
    }
  });
});
