import { randomBytes } from "node:crypto";
import { symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { inProject } from "../../../support/project";
import { bootstrap, removeTemporary, temporaryFolder, writeFiles } from "../parts/temporary";

interface Part {
  name: string;
  gz: number;
}
interface Bundle {
  files: Record<string, Uint8Array>;
  core: Part[];
  chunks: Part[];
  faults: string[];
}

describe("the bundle for pages", () => {
  let browserBundle: (root: string, esbuild: unknown) => Promise<Bundle | undefined>;
  let bundleLines: (bundle: Bundle) => string[];
  const esbuild = createRequire(__filename)("esbuild");
  before(async () => {
    ({ browserBundle, bundleLines } = await bootstrap("browser-bundle.mjs"));
  });
  after(removeTemporary);

  /** A text that no compression makes smaller: of so many kB. */
  const heavy = (kB: number) => JSON.stringify(randomBytes(1000 * kB).toString("base64"));
  const whole = (parts: Part[]) => parts.reduce((sum, { gz }) => sum + gz, 0);

  async function bundle(files: Record<string, string>): Promise<Bundle> {
    const root = temporaryFolder();
    symlinkSync(inProject("node_modules"), join(root, "node_modules"), "junction");
    // The list of languages, which a bundle asks for.
    symlinkSync(inProject("dist"), join(root, "dist"), "junction");
    writeFiles(root, { "package.json": { name: "small" }, ...files });
    const made = await browserBundle(root, esbuild);
    if (made === undefined) throw new Error("expected a bundle, but got none");
    return made;
  }

  it("is none where a package has no part for pages", async () => {
    const root = temporaryFolder();
    writeFiles(root, { "package.json": {}, "src/index.ts": "export const one = 1;" });
    expect(await browserBundle(root, esbuild)).to.equal(undefined);
  });

  it("may not be too heavy: it says by how much, and what is in it", async () => {
    const { faults } = await bundle({
      "src/page/index.ts": 'export { a } from "../arrays/a"; export const page = 1;',
      "src/arrays/a.ts": `export const a = ${heavy(160)};`,
    });
    expect(faults).to.have.lengthOf(1);
    const [, weight, more] =
      /^The first files weigh (\d+\.\d) kB, (\d+\.\d) kB more than the 150 kB they may: src\/arrays 1\d\d\.\d kB, src\/page 0\.\d kB\.$/.exec(
        faults[0],
      ) ?? [];
    expect(Number(weight)).to.be.within(160, 170);
    expect(Number(more)).to.be.closeTo(Number(weight) - 150, 0.11);
  });

  it("counts what the first file cannot do without, and not what is loaded later", async () => {
    const late = { "src/late.ts": `export const late = ${heavy(160)};` };
    const shared = { "src/text/en.ts": `export const en = ${heavy(40)};` };
    const made = await bundle({
      "src/page/index.ts":
        'import { en } from "../text/en"; export const size = en.length; export const load = () => import("../late"); export const again = () => import("../again");',
      "src/again.ts": 'import { en } from "./text/en"; export const again = [en, "again"];',
      ...late,
      ...shared,
    });
    expect(made.faults).to.deep.equal([]);
    expect(whole(made.core)).to.be.within(40_000, 45_000);
    expect(made.core[0].name).to.equal("src/text");
    expect(Math.max(...made.chunks.map(({ gz }) => gz))).to.be.within(160_000, 170_000);
    expect(bundleLines(made)[0]).to.match(
      /^For pages: 4\d\.\d kB compressed, of at most 150 kB: src\/text/,
    );
  });

  for (const [name, code] of [
    ["lodash", 'import lodash from "lodash"; export const pick = lodash.pick;'],
    ["esprima", 'export const load = () => import("esprima");'],
  ])
    it(`may not hold ${name}`, async () => {
      const { faults } = await bundle({ "src/page/index.ts": code });
      expect(faults).to.have.lengthOf(1);
      expect(faults[0]).to.match(
        new RegExp(`node_modules/${name}/.* has no business in a page\\.$`),
      );
    });

  it("is the project's own, with the least of numjs and without a fault", async () => {
    const made = await browserBundle(inProject(), esbuild);
    expect(made?.faults).to.deep.equal([]);
    const names = made?.core.map(({ name }) => name) ?? [];
    expect(names).to.include.members(["numjs", "@dagrejs/dagre", "src/layers", "src/graph"]);
    expect(whole(made?.core ?? [])).to.be.within(50_000, 150_000);
    expect(made?.chunks.map(({ name }) => name.slice(0, 3))).to.include.members(["ko-", "05-"]);
    expect(made?.chunks.every(({ gz }) => gz < 20_000)).to.equal(true);
    // Whose work is in it stands beside it.
    const licences = Buffer.from(made?.files["LICENSES.txt"] ?? []).toString();
    for (const name of names.filter((name) => !/^(?:src\/|built)/.test(name)))
      expect(licences).to.match(new RegExp(`^${name} \\d+\\.`, "m"));
  });
});
