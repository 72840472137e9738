import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { build, buildSync, type Metafile } from "esbuild";
import { inProject } from "../../../support/project";
import { bootstrap, removeTemporary, temporaryFolder, writeFiles } from "../parts/temporary";

interface Redistributed {
  folders: string[];
  fonts?: string[];
}

/** How the text of each licence that we meet begins its permission. */
const PERMISSIONS: Record<string, RegExp> = {
  MIT: /Permission is hereby granted, free of charge/,
  ISC: /Permission to use, copy, modify, and(\/or)? distribute this software/,
  "BSD-2-Clause": /Redistribution and use in source and binary forms/,
  "BSD-3-Clause": /Redistribution and use in source and binary forms/,
};

/** What stands above each text, and the text. */
function sections(licences: string): { names: string[]; text: string }[] {
  const [, ...parts] = licences.split(/^={80}\n/m);
  return parts.flatMap((names, i) =>
    i % 2 === 0 ? [{ names: names.trim().split("\n"), text: parts[i + 1] }] : [],
  );
}

describe("the licences of what we redistribute", () => {
  let redistributed: (metafile: Metafile, root: string) => Required<Redistributed>;
  let licencesText: (redistributed: Redistributed) => string;
  before(async () => {
    const file = inProject("kernel-setup", "commands", "boot", "licences", "licences.mjs");
    ({ redistributed, licencesText } = await import(pathToFileURL(file).href));
  });
  after(removeTemporary);

  /** A folder with packages, bundled to `out.js`: the record that esbuild makes of it. */
  function bundle(files: Record<string, unknown>): Required<Redistributed> {
    const root = temporaryFolder();
    writeFiles(root, files);
    const { metafile } = buildSync({
      absWorkingDir: root,
      entryPoints: ["main.js"],
      bundle: true,
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    return redistributed(metafile, root);
  }
  const manifest = (name: string, more = {}) => ({
    name,
    version: "1.2.3",
    license: "MIT",
    ...more,
  });

  it("are those of the packages of which something is in the bundle, nested ones too", () => {
    const found = bundle({
      "main.js": 'import { a } from "a"; import { unused } from "unused"; a();',
      "node_modules/a/package.json": manifest("a", { sideEffects: false }),
      "node_modules/a/index.js": 'import { c } from "@b/c"; export const a = () => c;',
      "node_modules/a/LICENSE": "The licence of a",
      "node_modules/a/node_modules/@b/c/package.json": manifest("@b/c"),
      "node_modules/a/node_modules/@b/c/index.js": "export const c = Date.now();",
      "node_modules/a/node_modules/@b/c/licence.md": "The licence of c\r\n",
      "node_modules/a/node_modules/@b/c/NOTICE": "The notice of c",
      "node_modules/unused/package.json": manifest("unused", { sideEffects: false }),
      "node_modules/unused/index.js": "export const unused = 1;",
    });
    expect(sections(licencesText(found))).to.deep.equal([
      { names: ["@b/c 1.2.3 (MIT)"], text: "\nThe notice of c\n\nThe licence of c\n\n" },
      { names: ["a 1.2.3 (MIT)"], text: "\nThe licence of a\n" },
    ]);
  });

  it("name the package that has no licence text, which must not be handed on", () => {
    const found = bundle({
      "main.js": 'import "bare";',
      "node_modules/bare/package.json": manifest("bare", {
        repository: { type: "git", url: "git+https://github.com/someone/bare.git" },
      }),
      "node_modules/bare/index.js": "alert(1);",
    });
    expect(() => licencesText(found)).to.throw(
      "expected a licence text in the package bare 1.2.3, or in someone-bare.txt",
    );
  });

  it("stand together where packages have one text", () => {
    const folder = temporaryFolder();
    for (const name of ["b", "a"])
      writeFiles(join(folder, name), { "package.json": manifest(name), LICENSE: "One text" });
    const [only, ...others] = sections(
      licencesText({ folders: [join(folder, "b"), join(folder, "a")] }),
    );
    expect(only.names).to.deep.equal(["a 1.2.3 (MIT)", "b 1.2.3 (MIT)"]);
    expect(others).to.deep.equal([]);
  });

  describe("in the committed page", () => {
    const built = inProject("kernel-setup", "page", "built");
    const found = sections(readFileSync(join(built, "LICENSES.txt"), "utf8"));
    const packages = found.flatMap(({ names, text }) =>
      names.flatMap((line) => {
        const parts = /^(\S+) (\d\S*) \((.+)\)$/.exec(line);
        return parts === null ? [] : [{ name: parts[1], version: parts[2], by: parts[3], text }];
      }),
    );
    const read = (file: string) =>
      JSON.parse(readFileSync(inProject("kernel-setup", "page", file), "utf8"));

    it("are of the packages and versions that the lock files have, those asked for among them", () => {
      // The clone's packages are in what the page shares with the site.
      const locks = [
        read("package-lock.json"),
        JSON.parse(readFileSync(inProject("package-lock.json"), "utf8")),
      ];
      const locked = locks
        .flatMap(({ packages }) => Object.entries(packages as Record<string, { version: string }>))
        .map(([place, { version }]) => `${place.replace(/^.*node_modules\//, "")} ${version}`);
      const listed = packages.map(({ name, version }) => `${name} ${version}`);
      expect(listed.filter((one) => !locked.includes(one))).to.deep.equal([]);
      const asked = Object.keys(read("package.json").dependencies).filter(
        // The bundler itself, and types alone.
        (name) => name !== "esbuild" && name !== "@jupyterlab/rendermime-interfaces",
      );
      expect(packages.map(({ name }) => name)).to.include.members(asked);
    });

    it("have the text that their name promises", () => {
      for (const { name, by, text } of packages) {
        expect(PERMISSIONS, name).to.have.property(by);
        expect(text, name).to.match(PERMISSIONS[by]);
        expect(text, name).to.match(/Copyright|Copyright ©|\(c\)/i);
      }
    });

    it("cover each font", () => {
      const names = found.flatMap((section) => section.names).join("\n");
      const styles = readFileSync(join(built, "page.css"), "utf8");
      const fonts = [...styles.matchAll(/url\(fonts\/([\w-]+)\.woff2/g)].map(([, font]) => font);
      expect(fonts).to.have.length.of.at.least(10);
      for (const font of fonts) expect(names).to.include(font);
      const text = found.find(({ names: [first] }) => first.startsWith("the fonts"))?.text;
      expect(text).to.include("Reserved Font Name KaTeX_Main");
      expect(text).to.include("SIL OPEN FONT LICENSE");
    });
  });

  it("are of nobody in the drawings that saved notebooks carry: their scripts are all our own", async () => {
    const entries = readdirSync(inProject("src/browser"), {
      recursive: true,
      encoding: "utf8",
    }).filter((file) => file.endsWith("main.ts"));
    expect(entries).to.have.length.of.at.least(1);
    const { MADE } = await bootstrap("build.mjs");
    const { metafile } = await build({
      absWorkingDir: inProject(),
      entryPoints: entries.map((file) => inProject("src/browser", file)),
      bundle: true,
      write: false,
      outdir: "out",
      metafile: true,
      plugins: [MADE],
    });
    expect(redistributed(metafile, inProject())).to.deep.equal({ folders: [], fonts: [] });
  });
});
