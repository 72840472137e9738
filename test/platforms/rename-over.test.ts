import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { renameOver as ofTheKernel } from "../../kernel-setup/jupyter/notebook-files/rename-over";
import { renameOver as ofTheLibrary } from "../../src/home/node/rename-over";
import { inProject } from "../support/project";

const mistake = (code: string) => Object.assign(new Error(code), { code });

/** A rename that fails so many times. */
function failing(code: string, times: number) {
  const calls: [string, string][] = [];
  const rename = (from: unknown, to: unknown) => {
    calls.push([String(from), String(to)]);
    if (calls.length <= times) throw mistake(code);
  };
  return { calls, rename };
}

const boot = async () =>
  (
    await import(
      pathToFileURL(inProject("kernel-setup", "commands", "boot", "rename-over.mjs")).href
    )
  ).renameOver;
const ALL: [string, () => Promise<typeof ofTheLibrary>][] = [
  ["the library", async () => ofTheLibrary],
  ["the kernel's set-up", async () => ofTheKernel],
  ["the build", boot],
];

for (const [whose, load] of ALL) {
  describe(`renameOver of ${whose}`, () => {
    let renameOver: typeof ofTheLibrary;
    before(async () => {
      renameOver = await load();
    });

    it("replaces a file", () => {
      const folder = mkdtempSync(join(tmpdir(), "rename-over-"));
      try {
        const [draft, target] = [join(folder, "draft"), join(folder, "target")];
        writeFileSync(target, "old");
        writeFileSync(draft, "new");
        renameOver(draft, target);
        expect([readFileSync(target, "utf8"), existsSync(draft)]).to.deep.equal(["new", false]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    for (const code of ["EACCES", "EBUSY", "EPERM"])
      it(`waits on Windows for who has the file open (${code})`, () => {
        const { calls, rename } = failing(code, 3);
        renameOver("a", "b", { platform: "win32", rename });
        expect(calls).to.deep.equal(Array(4).fill(["a", "b"]));
      });

    it("gives up after two seconds", () => {
      const { rename } = failing("EPERM", Number.POSITIVE_INFINITY);
      const start = Date.now();
      expect(() => renameOver("a", "b", { platform: "win32", rename })).to.throw("EPERM");
      expect(Date.now() - start).to.be.within(1990, 15_000);
    });

    it("fails at once for any other reason, and elsewhere", () => {
      for (const [code, platform] of [
        ["ENOENT", "win32"],
        ["EPERM", "linux"],
        ["EACCES", "darwin"],
      ] as const) {
        const { calls, rename } = failing(code, 1);
        expect(() => renameOver("a", "b", { platform, rename })).to.throw(code);
        expect(calls).to.have.length(1);
      }
    });
  });
}
