import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { needs } from "../support/needs";
import { begin, interrupt, STOPPED, stopped, value, whole } from "./worker-cells";
import { WorkerPage } from "./worker-page";

describe("a cell in a page's worker that hears nothing", function () {
  this.timeout(240_000);
  let page: WorkerPage;

  for (const [name, open] of [
    ["without a service worker", async () => WorkerPage.open()],
    [
      "where the browser allows none",
      async () => {
        const opened = await WorkerPage.open(["--host-resolver-rules=MAP site.test 127.0.0.1"]);
        await opened.page.goto(`${opened.url.replace("127.0.0.1", "site.test")}index.html`);
        return opened;
      },
    ],
    [
      "where the service worker is not there",
      async () => {
        const opened = await WorkerPage.open();
        rmSync(join(opened.folder, "service-worker.js"));
        return opened;
      },
    ],
  ] as const) {
    describe(name, () => {
      const signals = name !== "without a service worker";
      before(async function () {
        needs(this, "chromium", "playwright-core");
        page = await open();
      });
      after(() => page?.close());
      beforeEach(async () => {
        if (signals) await page.page.reload();
        else await page.reload();
        await page.start({ signals });
      });

      it("ends with its worker, and the cells before it are run again, quietly and in order", async () => {
        const first = await begin(page, "let list = ['a'];\nlist");
        const shown = (await whole(page, first)).messages;
        const runs = [
          await whole(page, first),
          await page.run("list.push('b');"),
          await page.run("nowhere();"),
          await page.run("list.push('c');\nthrow new Error('mine');"),
          await page.run("function endless() { for (;;); }\nlist.push('d');"),
        ];
        expect(runs.map(({ reply }) => reply.status)).to.deep.equal([
          "ok",
          "ok",
          "error",
          "error",
          "ok",
        ]);
        const { reply, messages } = await stopped(page, "list.push('e');\nendless();");
        expect(reply.ename).to.equal("Interrupted");
        expect(reply.evalue)
          .to.match(/ run again: \[1\], \[2\], \[5\]\. /)
          .and.match(/ stopped: \[4\]\. /);
        expect(messages.filter(({ type }) => type === "error").length).to.equal(1);
        expect(reply.execution_count).to.equal(6);
        expect(await page.page.evaluate(`client.soFar("${first}")`)).to.deep.equal(shown);
        // The one that had failed was not run again.
        expect(await value(page, "list")).to.equal("[ 'a', 'b', 'd' ]");
        // A frame of a function of an earlier cell still names that.
        await page.run("function fail() { throw new Error('f'); }");
        await stopped(page, "for (;;);");
        const failed = await page.run("fail();");
        expect((failed.reply.traceback as string[]).join("\n")).to.contain(
          "at fail (cell [8]:1:25)",
        );
        expect(failed.reply.execution_count).to.equal(10);
      });

      it("refuses to ask its reader, with a sentence", async () => {
        const { reply } = await page.run('prompt("name?");', { allow_stdin: true });
        expect(reply.evalue).to.equal(
          "prompt: expected an answer from the front end, but got none: a page cannot wait for one while a cell runs",
        );
      });

      // The rest is the same in all three.
      if (signals) return;

      it("leaves out a cell that does not end when it is run again, or fails", async () => {
        const late = Date.now() + 6000;
        await page.run("const first = 1;");
        await page.run(`const second = 2;\nif (Date.now() > ${late}) for (;;);`);
        await page.run(`const third = 3;\nif (Date.now() > ${late}) throw new Error("late");`);
        await page.run("const fourth = 4;");
        await sleep(Math.max(0, late - Date.now()));
        const { reply } = await stopped(page, "for (;;);");
        expect(reply.evalue)
          .to.match(/ run again: \[1\], \[4\]\. /)
          .and.match(/ stopped: \[2\], \[3\]\. /);
        expect(await value(page, "[first, fourth]")).to.equal("[ 1, 4 ]");
        expect((await page.run("second")).reply.evalue).to.contain("Cannot find name 'second'");
      });

      it("is left at that by a second interrupt", async () => {
        const late = Date.now() + 5000;
        await page.run("const first = 1;");
        await page.run(`if (Date.now() > ${late}) await new Promise(() => {});`);
        await page.run("const third = 3;");
        await sleep(Math.max(0, late - Date.now()));
        const id = await begin(page, "for (;;);");
        await interrupt(page);
        await page.page.waitForFunction(
          `client.soFar("${id}").some(({ content }) => content.text?.includes("run again"))`,
        );
        const from = performance.now();
        await interrupt(page);
        const { reply } = await whole(page, id);
        expect(performance.now() - from).to.be.below(2500);
        expect(reply.evalue)
          .to.match(/ run again: \[1\]\. /)
          .and.match(/ stopped: \[2\], \[3\]\. /);
        expect(await value(page, "first")).to.equal("1");
      });

      it("stops by itself where it awaits", async () => {
        await page.run("let kept = 7;");
        const { reply } = await stopped(page, "await new Promise(() => {});");
        expect(reply.evalue).to.equal(STOPPED);
        expect(await value(page, "kept")).to.equal("7");
      });
    });
  }
});
