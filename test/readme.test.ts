import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";
import { runExample } from "./support/examples";
import { committedLessons } from "./support/lessons";
import { inProject } from "./support/project";

const load = createRequire(__filename);

describe("README.md", () => {
  const readme = readFileSync(inProject("README.md"), "utf8");

  it("shows the library with numbers that it really gives", () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
    const imports = /import \{ ([^}]*) \} from "backprop";\n/.exec(code);
    const library = load(inProject("dist/src/index.js")) as Record<string, unknown>;
    const names = (imports?.[1] ?? "").split(", ");
    expect(Object.keys(library)).to.include.members(names);
    const stated = runExample(code.replace(imports?.[0] ?? "", ""), library);
    expect(stated).to.be.greaterThan(2);
  });

  it("links only to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path);
    expect(links.length).to.be.greaterThan(0);
    expect(links.filter((path) => !existsSync(inProject(path)))).to.deep.equal([]);
  });

  it("lists every lesson in both languages", () => {
    for (const { language, file } of committedLessons()) {
      expect(readme).to.contain(`notebooks/${language}/${file}`);
    }
  });

  it("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(Object.keys(scripts)).to.include.members(named);
  });
});
