import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { stockTslab } from "../../support/kernel-folder";
import { inProject } from "../../support/project";
import { RawKernel, resultText, streamText } from "../../support/raw-kernel";
import { LOOSE_PROGRAMS } from "./loose-programs";

function write(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Sets how the cells after it are checked. */
const setStrict = (on: unknown) =>
  `(globalThis as any)[Symbol.for("tslab.strict")](${JSON.stringify(on)});`;

describe("kernel: how strictly cells are checked", function () {
  this.timeout(60_000);

  describe("outside of any folder that says", () => {
    let folders: { ours: string; stock: string; strict: string };
    let ours: RawKernel;
    let strict: RawKernel;
    let stock: RawKernel;

    before(async () => {
      mkdirSync(inProject(".jupyter"), { recursive: true });
      folders = {
        ours: mkdtempSync(join(tmpdir(), "kernel-loose-")),
        strict: mkdtempSync(join(tmpdir(), "kernel-strict-")),
        // A stock tslab has the types of Node from above its folder alone.
        stock: mkdtempSync(inProject(".jupyter", "test-loose-")),
      };
      write(folders.strict, { "tsconfig.json": '{ "compilerOptions": { "strict": true } }' });
      const { argv } = stockTslab();
      ours = await RawKernel.start({ cwd: folders.ours });
      strict = await RawKernel.start({ cwd: folders.strict });
      stock = await RawKernel.start({
        cwd: folders.stock,
        command: (file) => argv.slice(1).map((part) => part.replace("{connection_file}", file)),
      });
    });
    after(async () => {
      for (const kernel of [ours, strict, stock]) await kernel?.stop();
      for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
    });

    async function printedBy(kernel: RawKernel, cells: string[]): Promise<string> {
      let printed = "";
      for (const cell of cells) {
        const { reply, messages } = await kernel.run(cell);
        const problem = `${cell}\n${reply.evalue ?? ""}${streamText(messages, "stderr")}`;
        expect([reply.status, streamText(messages, "stderr")], problem).to.deep.equal(["ok", ""]);
        printed += streamText(messages);
      }
      return printed;
    }

    for (const { title, files = {}, cells } of LOOSE_PROGRAMS) {
      it(`${title} is no error, as in tslab`, async () => {
        for (const folder of Object.values(folders)) write(folder, files);
        const expected = await printedBy(stock, cells);
        expect(expected).not.to.equal("");
        expect(await printedBy(ours, cells)).to.equal(expected);
      });

      it(`${title} is one where the folder's tsconfig.json is strict`, async () => {
        let last = "";
        for (const cell of cells) {
          const { reply } = await strict.run(cell);
          if (reply.status === "error") last = String(reply.ename);
          if (last !== "") break;
        }
        expect(last).to.equal("TypeScriptError");
      });
    }
  });

  describe("that a notebook sets for itself", () => {
    let folder: string;
    let kernel: RawKernel;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), "kernel-switch-"));
      kernel = await RawKernel.start({ cwd: folder });
    });
    afterEach(async () => {
      await kernel.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    /** `ok`, or the numbers of the type errors. */
    async function check(code: string): Promise<string> {
      const { reply } = await kernel.run(code);
      if (reply.status === "ok") return "ok";
      expect(reply.ename, String(reply.evalue)).to.equal("TypeScriptError");
      return Array.from((reply.traceback as string[]).join("\n").matchAll(/TS\d+/g)).join(" ");
    }

    async function resultOf(code: string): Promise<string | undefined> {
      const { reply, messages } = await kernel.run(code);
      expect(reply.status, `${code}\n${reply.evalue}`).to.equal("ok");
      return resultText(messages);
    }

    it("is strict from the next cell of a lesson on, wherever the lesson lies", async () => {
      const find = "[1].find((n) => n > 0).toFixed()";
      expect(await check(find)).to.equal("ok");
      expect(await check('import { lesson } from "backprop";\nlesson("05", "en");')).to.equal("ok");
      expect(await check(find)).to.equal("TS2532");
      expect(await check("const f = (x) => x;")).to.equal("TS7006");
      expect(await check("class P { n: number }")).to.equal("TS2564");
      const { reply } = await kernel.run(find);
      expect((reply.traceback as string[]).join("\n")).to.contain("may be missing here. Ask first");
    });

    it("keeps what earlier cells have, and can be taken back", async () => {
      await resultOf(
        "let best = null; const list = []; function keep(x) { list.push(x); best = x; }\nclass Box { content: string; open() { return this.content } }\nconst box = new Box();",
      );
      await resultOf(setStrict(true));
      expect(await resultOf("keep({ n: 2 }); keep(3);\n[best, list.length, box.open()]")).to.equal(
        "[ 3, 2, undefined ]",
      );
      expect(await resultOf("best = { deep: 1 };\nbest.deep")).to.equal("1");
      expect(await check("const wrong: number = box.open();")).to.equal("TS2322");
      expect(await check("const g = (y) => y;")).to.equal("TS7006");
      await resultOf("const given: number | undefined = [4].at(0);");
      expect(await check("given.toFixed()")).to.equal("TS18048");
      await resultOf(setStrict(false));
      expect(await resultOf("const g = (y) => y;\n[g(5), given.toFixed(), box.open()]")).to.equal(
        "[ 5, '4', undefined ]",
      );
    });

    it("is that of files beside the notebook too", async () => {
      write(folder, { "loose.ts": "export const same = (x) => x;\nexport const made = {};" });
      await resultOf("import { made } from './loose';\nconst before = made;");
      await resultOf(setStrict(true));
      expect(await check("import { same } from './loose';")).to.equal("TS7006");
      await resultOf(setStrict(false));
      expect(
        await resultOf("import { same, made } from './loose';\nsame(made) === before"),
      ).to.equal("true");
    });

    it("is what completion and inspection speak of", async () => {
      const inspected = async () => {
        const content = { code: "const v = [1].find(Boolean);", cursor_pos: 7, detail_level: 0 };
        const { reply } = await kernel.request("inspect_request", content);
        return (reply.data as Record<string, string>)["text/plain"];
      };
      expect(await inspected()).to.match(/const v: number$/m);
      await resultOf(setStrict(true));
      expect(await inspected()).to.match(/const v: number \| undefined$/m);
    });

    it("refuses what is neither true nor false, and changes nothing then", async () => {
      for (const wrong of ["yes", null, 1]) {
        const { reply } = await kernel.run(setStrict(wrong));
        expect(reply.ename).to.equal("TypeError");
        expect(reply.evalue).to.contain("expected true");
      }
      expect(await check("const f = (x) => x;")).to.equal("ok");
    });
  });
});
