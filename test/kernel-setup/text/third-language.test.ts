import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import { build } from "esbuild";
import { writeNotebook } from "../../../kernel-setup/jupyter/notebook-files/notebook-file";
import type * as texts from "../../../kernel-setup/text/texts";
import { accented, notAccented, THIRD } from "../../support/accents";
import { inProject } from "../../support/project";
import { RawKernel } from "../../support/raw-kernel";
import { copyWithThirdLanguage } from "../../support/third-language";

type Modules = {
  "text/en": typeof import("../../../kernel-setup/text/en");
  "text/texts": typeof texts;
  "book/build/read-lessons": typeof import("../../../kernel-setup/book/build/read-lessons");
  "book/build/lesson-notebooks": typeof import("../../../kernel-setup/book/build/lesson-notebooks");
  "book/build/pages": typeof import("../../../kernel-setup/book/build/pages");
  "book/site/page": typeof import("../../../kernel-setup/book/site/page");
  "book/site/site-files": typeof import("../../../kernel-setup/book/site/site-files");
  "commands/parts/lesson-language": typeof import("../../../kernel-setup/commands/parts/lesson-language");
};

/** The page's own types are of a browser, which this test is none. */
interface PageWords {
  setLanguage(language: string): void;
  say(name: string, blanks?: object): string;
  inAll(name: string): [language: string, text: string][];
}

/** The words of a page that a reader sees or hears, a line each, without code and what is in another language. */
function wordsOn(html: string, language: string = THIRD): string {
  const other = new RegExp(`<(\\w+)[^>]*\\slang="(?!${language}")[^>]*>[\\s\\S]*?</\\1>`, "g");
  const spoken = html
    .replace(/<(script|style|pre|code|annotation)\b[\s\S]*?<\/\1>/g, "")
    .replace(other, "");
  const attributes = [...spoken.matchAll(/\s(?:title|alt|aria-label)="([^"]*)"/g)];
  return [spoken.replace(/<[^>]*>/g, "\n"), ...attributes.map(([, value]) => value)].join("\n");
}

/** A table of terms without the columns of the other languages. */
const withoutOthers = (html: string) =>
  html.replace(
    /<tr>\s*(<t[hd]>[\s\S]*?<\/t[hd]>)\s*<t[hd]>[\s\S]*?<\/t[hd]>\s*<t[hd]>[\s\S]*?<\/t[hd]>/g,
    "<tr>$1",
  );

describe("a third language, made by a script of the English texts", function () {
  this.timeout(300_000);
  let copy: string;
  let load: <Name extends keyof Modules>(name: Name) => Modules[Name];

  before(async () => {
    mkdirSync(inProject(".jupyter"), { recursive: true });
    // Inside of the project, where its packages are found.
    copy = mkdtempSync(inProject(".jupyter", "third-language-"));
    copyWithThirdLanguage(copy, ["05-simple-layers"]);
    await build({
      absWorkingDir: copy,
      entryPoints: ["src/**/*.ts", "kernel-setup/**/*.ts"],
      outbase: ".",
      outdir: "dist",
      format: "cjs",
      platform: "node",
      logLevel: "error",
    });
    const require = createRequire(join(copy, "dist", "kernel-setup", "main.js"));
    load = (name) => require(`./${name}.js`);
  });
  after(() => rmSync(copy, { recursive: true, force: true, maxRetries: 5 }));

  it("is spoken by every text of kernel, page and book", () => {
    const { en } = load("text/en");
    const { words } = load("text/texts");
    for (const [room, list] of Object.entries(en))
      for (const [name, text] of Object.entries(list)) {
        const said = (words as (key: string) => Record<string, string>)(`${room}.${name}`);
        expect(said[THIRD], `${room}.${name}`).to.equal(accented(text));
        expect(said.en).to.equal(text);
      }
  });

  it("may be asked for at the start", () => {
    const { lessonLanguage } = load("commands/parts/lesson-language");
    expect(lessonLanguage("npm start", THIRD)).to.equal(THIRD);
    expect(lessonLanguage("npm start", undefined, { LANG: "fr_CA.UTF-8" })).to.equal(THIRD);
    expect(() => lessonLanguage("npm start", "tlh")).to.throw("expected --lang en, ko, or fr, but");
  });

  it("is what the notebook page speaks, and one that it can change to", async () => {
    const bundle = join(copy, "page-words.js");
    await build({
      entryPoints: [join(copy, "kernel-setup", "page", "ui", "words.ts")],
      outfile: bundle,
      bundle: true,
      format: "cjs",
      logLevel: "error",
    });
    const scope = globalThis as { document?: unknown };
    scope.document = { documentElement: {} };
    try {
      const page = createRequire(bundle)("./page-words.js") as PageWords;
      page.setLanguage(THIRD);
      expect(scope.document).to.deep.equal({ documentElement: { lang: THIRD } });
      expect(page.say("title")).to.equal(accented("Notebooks"));
      expect(page.say("progress", { done: 1, total: 4 })).to.equal(
        accented("{done} of {total} exercises passed")
          .replace("{done}", "1")
          .replace("{total}", "4"),
      );
      expect(page.inAll("locked").map(([language]) => language)).to.deep.equal(["en", "ko", THIRD]);
    } finally {
      delete scope.document;
    }
  });

  it("is all that its notebooks and pages of the site speak", () => {
    const folder = join(copy, "notebooks");
    const { lessons, setup, pages } = load("book/build/read-lessons").readLessons(
      join(copy, "src", "lessons"),
    );
    const { lessonNotebooks } = load("book/build/lesson-notebooks");
    const notebooks = lessonNotebooks(lessons, setup, folder);
    expect(notebooks.map(({ language }) => language)).to.deep.equal(["en", "ko", THIRD]);
    const others = load("book/build/pages").buildPages(lessons, pages as never, folder);
    for (const { path, notebook } of [...notebooks, ...others]) {
      mkdirSync(join(path, ".."), { recursive: true });
      writeNotebook(path, notebook);
    }
    // Its code is that of the others but for comments and strings, and speaks to nobody else.
    const [, , { notebook }] = notebooks;
    const codes = notebook.cells.filter(({ cell_type }) => cell_type === "code");
    const comments = codes.flatMap(({ source }) => source.match(/\/\/ .*/g) ?? []).join("\n");
    expect(notAccented(comments)).to.deep.equal([]);
    expect(comments).to.include(accented("kept for backward"));

    const site = {
      title: "backprop",
      pages: load("book/site/page").readPages(folder),
      facts: new Map([["05", { minutes: 25, needs: ["02", "03", "04"] }]]),
      // The other lessons are left out: links to them lead nowhere.
      warn: () => {},
    };
    const files = load("book/site/site-files").siteFiles(site, {
      assets: join(copy, "kernel-setup", "book", "site", "assets"),
      scripts: new Map(),
      packages: [],
      live: join(copy, "package.json"),
      plotly: join(copy, "package.json"),
      kernel: "tslab",
      licences: () => "",
    });
    const own = [...files].filter(([file]) => /^fr\/.*\.html$/.test(file));
    expect(own.map(([file]) => file).sort()).to.deep.equal([
      "fr/05-simple-layers.html",
      "fr/glossary.html",
      "fr/index.html",
    ]);
    for (const [file, content] of own) {
      const html = String(content);
      expect(html, file).to.include('<html lang="fr">');
      expect(notAccented(wordsOn(withoutOthers(html))), file).to.deep.equal([]);
    }
    const english = String(files.get("en/05-simple-layers.html"));
    expect(notAccented(wordsOn(english, "en")).length).to.be.greaterThan(500);
    const lesson = String(files.get("fr/05-simple-layers.html"));
    expect(lesson)
      .to.include(accented("Solution of"))
      .and.include(`25 ${accented("min")}`);
    const glossary = String(files.get("fr/glossary.html"));
    expect(glossary).to.include(accented("gradient")).and.include("<td>gradient</td>");
  });

  it("is what the kernel speaks when a cell fails, with TypeScript's own words for it", async () => {
    const main = join(copy, "dist", "kernel-setup", "kernel", "main.js");
    const kernel = await RawKernel.start({ cwd: copy, command: (file) => [main, file] });
    try {
      await kernel.run(`(globalThis as any)[Symbol.for("tslab.language")]("${THIRD}");`);
      const { reply } = await kernel.run('const price: number = "100";');
      const [first, , , hint] = stripVTControlCharacters(
        (reply.traceback as string[]).join("\n"),
      ).split("\n");
      expect(first).to.include("Impossible d'assigner le type 'string' au type 'number'.");
      expect(hint).to.include(`  ${accented("Hint: ")}`);
      expect(notAccented(hint.replace(/string|number/g, ""))).to.deep.equal([]);
      const ended = await kernel.run("process.exit(3)");
      const said = String(ended.reply.evalue).replace("process.exit(3)", "");
      expect(said.length).to.be.greaterThan(20);
      expect(notAccented(said)).to.deep.equal([]);
    } finally {
      await kernel.stop();
    }
  });
});
