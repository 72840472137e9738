import { expect } from "chai";
import { undocumented } from "../../../../kernel-setup/commands/parts/docstrings";
import { inProject } from "../../../support/project";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("docstrings", () => {
  after(removeTemporary);

  it("stand above all that src and kernel-setup export", () => {
    expect(undocumented(inProject())).to.deep.equal([]);
  });

  it("are missed at types, functions, values and classes; one of several forms is enough", () => {
    const root = temporaryFolder();
    writeFiles(root, {
      "src/a.ts": `export interface A { a: 1 }
// This is no docstring.
export type B = A;
export function c(): void {}
export const d = 1, e = 2;
export class F {}
export default function () {}
`,
      "kernel-setup/page/ui/b.ts": `/** Told. */
export interface A { a: 1 }
interface Hidden { a: 1 }
/** Told. */
export function f(x: number): number;
export function f(x: string): string;
export function f(x: never) { return x; }
export { A as B };
`,
      "kernel-setup/page/built/c.ts": "export const built = 1;",
      "kernel-setup/d.d.ts": "export const declared: 1;",
    });
    expect(undocumented(root)).to.deep.equal(
      ["1: A", "3: B", "4: c", "5: d, e", "6: F", "7: (unnamed)"].map(
        (what) => `src/a.ts:${what} has no docstring.`,
      ),
    );
  });
});
