import { SourceMap } from "node:module";
import { expect } from "chai";
import ts from "typescript";
import type { TypeScript } from "../../../../kernel-setup/kernel/compiler/typescript";
import { pageModuleHome, readMapsWith } from "../../../../kernel-setup/kernel/web/module-home";

const CODE = `interface A { a: number }
class B<T extends A> {
  #hidden = 1;
  sum(list: T[]): number { return list.reduce((s, { a }) => s + a, this.#hidden); }
}
const b = new B<A>(); // 한글
export const all = [b.sum([{ a: 1 }]),
  b.sum([])];
`;

describe("modules in a page", () => {
  const typescript = ts as unknown as TypeScript;

  it("find the places of compiled code where Node's own source maps do", () => {
    const { outputText, sourceMapText = "" } = ts.transpileModule(CODE, {
      compilerOptions: { target: ts.ScriptTarget.ES2020, sourceMap: true },
    });
    const trace = readMapsWith(typescript)(sourceMapText);
    const node = new SourceMap(JSON.parse(sourceMapText));
    let compared = 0;
    for (const [line, text] of outputText.split("\n").entries())
      for (let column = 0; column <= text.length; column++) {
        const entry = node.findEntry(line, column);
        const expected =
          "originalLine" in entry
            ? { line: entry.originalLine, column: entry.originalColumn }
            : undefined;
        expect(trace(line, column), `${line}:${column}`).to.deep.equal(expected);
        compared++;
      }
    expect(compared).to.be.greaterThan(300);
  });

  it("are the packages that are handed in, each made once it is asked for", async () => {
    let made = 0;
    const packages = {
      one: () => {
        made++;
        return { name: "one" };
      },
    };
    const home = pageModuleHome(packages, typescript);
    expect([home.hasOwn("one"), home.hasOwn("toString"), home.isBuiltin("fs"), made]).to.deep.equal(
      [true, false, false, 0],
    );
    expect(home.require("one", "/n/cell.js")).to.deep.equal({ name: "one" });
    expect(await home.import("one", "/n/cell.js")).to.deep.equal({ name: "one" });
  });

  for (const [name, words] of [
    [
      "fs",
      /^require: expected a module that a page has \(one\) or a file .*, but got fs\. With npm start/,
    ],
    ["./missing", /^Cannot find module '\.\/missing'$/],
    ["/missing", /^Cannot find module '\/missing'$/],
  ] as const)
    it(`refuse ${name} with a sentence and Node's code`, async () => {
      const home = pageModuleHome({ one: () => 1 }, typescript);
      expect(() => home.require(name, "/n/cell.js"))
        .to.throw(words)
        .with.property("code", "MODULE_NOT_FOUND");
      const error = await home.import(name, "/n/cell.js").catch((thrown: Error) => thrown);
      expect((error as Error).message).to.match(words);
    });

  it("have addresses as in Node, and paths from these", () => {
    const { urlOf, pathOf, folderOf } = pageModuleHome({}, typescript);
    const path = "/notebooks/한 글#1/a b.ts";
    const address = urlOf(path);
    expect(new URL(address).protocol).to.equal("file:");
    expect(pathOf(address)).to.equal(path);
    expect(pathOf(`${address}?query=1`)).to.equal(path);
    expect(pathOf(urlOf(path, "./c.json"))).to.equal("/notebooks/한 글#1/c.json");
    expect(pathOf("https://example.org/a")).to.equal(undefined);
    expect(pathOf("no address")).to.equal(undefined);
    expect(folderOf(path)).to.equal("/notebooks/한 글#1");
  });
});
