import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { expect } from "chai";
import ts from "typescript";
import { runExample } from "../support/examples";
import { PROJECT } from "../support/project";

interface Example {
  name: string;
  file: string;
  code: string;
}

/** All `@example` blocks of src, and the names that have one. */
function collect(file: string): Example[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const examples: Example[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== "example" || tag.parent.parent !== node) continue;
      const name =
        (node as ts.NamedDeclaration).name?.getText() ??
        (ts.isVariableStatement(node)
          ? node.declarationList.declarations[0].name.getText()
          : "(unnamed)");
      const code = (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/^```\w*|```$/gm, "");
      examples.push({ name, file, code });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return examples;
}

const load = createRequire(__filename);

describe("the examples in the docstrings of src", () => {
  const library = load(join(PROJECT, "dist/src/index.js")) as Record<string, unknown>;
  const files = readdirSync(join(PROJECT, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => join(PROJECT, "src", file));
  const examples = files.flatMap(collect);

  for (const { name, file, code } of examples) {
    const where = relative(PROJECT, file);
    it(`${name} in ${where} gives what it says`, () => {
      const own = load(join(PROJECT, "dist", where.replace(/\.ts$/, ".js"))) as Record<
        string,
        unknown
      >;
      const scope = { ...library, ...own };
      expect(runExample(code, scope), "values that the example states").to.be.greaterThan(0);
    });
  }

  it("stand at every function and class that the library exports", () => {
    const named = new Set(examples.map((example) => example.name));
    const without = Object.entries(library)
      .filter(([name, value]) => typeof value === "function" && !named.has(name))
      .map(([name]) => name);
    expect(without).to.deep.equal([]);
  });
});
