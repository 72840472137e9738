import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { needs } from "../support/needs";
import { contentsOf, RawKernel } from "../support/raw-kernel";
import {
  asked,
  begin,
  interrupt,
  printed,
  request,
  STOPPED,
  stopped,
  value,
  whole,
} from "./worker-cells";
import { WorkerPage } from "./worker-page";

/** Cells that go on for ever, and print "went on" if they do when they were stopped. */
const ENDLESS: [string, string][] = [
  ["a loop", "for (;;);"],
  ["a loop that computes", "let x = 0; while (true) { x = (x + 1) % 7; }"],
  ["a loop that prints", "for (;;) console.log('x'.repeat(100));"],
  ["a loop after an await", "await null; for (;;);"],
  ["a loop after a timer", "await new Promise((r) => setTimeout(r, 10)); for (;;);"],
  ["a loop of awaits", "for (;;) await null;"],
  ["a loop of timers", "for (;;) await new Promise((r) => setTimeout(r, 5));"],
  ["a pending await", "await new Promise(() => {});"],
  ["a function of an earlier cell", "endless();"],
  ["a method of an earlier cell", "new Endless().go();"],
  ["a file beside the notebook", 'import { spin } from "./spin"; spin();'],
  ["forEach", "[1, 2, 3].forEach(() => { for (;;); });"],
  ["a comparator", "[3, 2, 1].sort(() => { for (;;); });"],
  ["a generator", "function* all() { for (;;) yield 1; } for (const one of all());"],
  [
    "calls without a loop",
    "const f = (n: number): number => n < 1 ? 1 : f(n - 1) + f(n - 1); f(70);",
  ],
  ["a display", "({ [Symbol.for('Jupyter.display')]() { for (;;); } })"],
  ["catch", "for (;;) { try { for (;;); } catch { console.log('went on'); } }"],
  ["catch and what comes after", "try { for (;;); } catch {} console.log('went on');"],
  ["finally", "try { for (;;); } finally { console.log('went on'); }"],
  [
    "finally that goes on",
    "for (;;) { try { for (;;); } finally { console.log('went on'); continue; } }",
  ],
  [
    "catch around an await",
    "const go = async () => { for (;;); }; try { await go(); } catch { console.log('went on'); } console.log('went on');",
  ],
  [
    "catch of a promise",
    "const go = async () => { for (;;); }; await go().catch(() => console.log('went on'));",
  ],
  [
    "promises that wait for others",
    "for (;;) await Promise.allSettled([(async () => { for (;;); })()]);",
  ],
];

describe("a cell in a page's worker", function () {
  this.timeout(240_000);
  let page: WorkerPage;

  describe("that the service worker is asked for", () => {
    before(async function () {
      needs(this, "chromium", "playwright-core");
      page = await WorkerPage.open();
      await page.start({
        signals: true,
        files: { "/notebooks/spin.ts": "export function spin() { for (;;); }" },
      });
      expect(await page.page.evaluate("client.signals.then(({ address }) => address)")).to.equal(
        page.url,
      );
      await page.run(
        "let kept = 7;\nfunction endless() { while (true); }\nclass Endless { go() { do; while (true); } }",
      );
    });
    after(() => page?.close());

    for (const [name, code] of ENDLESS) {
      it(`stops with its variables kept: ${name}`, async () => {
        const brought = await stopped(page, `const mine = 5;\n${code}`);
        expect(brought.reply).to.include({ ename: "Interrupted", evalue: STOPPED });
        expect(brought.messages.filter(({ type }) => type === "error").length).to.equal(1);
        expect(printed(brought)).not.to.contain("went on");
        expect(brought.after).to.be.below(2400);
        expect(await value(page, "[kept, mine]")).to.equal("[ 7, 5 ]");
        expect(page.errors).to.deep.equal([]);
      });
    }

    it("stops in a timer's callback, of a cell that waits and of one that has ended", async () => {
      const waiting =
        "setTimeout(() => { try { for (;;); } finally { console.log('went on'); } });\nawait new Promise(() => {});";
      const { reply } = await stopped(page, waiting);
      expect(reply.evalue).to.equal(STOPPED);
      await page.run("setTimeout(() => { for (;;); }, 50);");
      await sleep(200);
      const next: string = await page.page.evaluate(
        `client.send("execute_request", ${request("kept")})`,
      );
      await interrupt(page);
      expect((await whole(page, next)).reply).to.include({ status: "ok" });
      expect(await value(page, "kept")).to.equal("7");
      expect(page.errors).to.deep.equal([]);
    });

    it("is only stopped in what it does: what it has shown is there while it goes on", async () => {
      const id = await begin(page, "console.log('shown');\nfor (;;);");
      await page.page.waitForFunction(
        `client.soFar("${id}").some(({ content }) => content.text?.includes("shown"))`,
      );
      await interrupt(page);
      expect((await whole(page, id)).reply.evalue).to.equal(STOPPED);
    });

    it("stops while it trains, and what it has learnt is there", async () => {
      const training = `import { multiLayerNet, SGD, Trainer, twoMoons } from "backprop";
        const net = multiLayerNet([2, 8, 2]);
        const trainer = new Trainer(net, twoMoons(), { optimizer: new SGD(0.5), display: "nothing" });
        trainer.run(1e6);`;
      const { reply } = await stopped(page, training);
      expect(reply.evalue).to.equal(STOPPED);
      expect(
        await value(page, "trainer.step > 0 && trainer.losses.length === trainer.step"),
      ).to.equal("true");
    });

    it("ends a check of an endless answer as on Node", async () => {
      const answer = `class Endless { forward(x: number, y: number) { return x + y; }
        backward(dout: number) { for (;;) { try { for (;;); } catch {} } return [dout, dout]; } }`;
      const code = `import { check } from "backprop";\n${answer}\ncheck("05-2", Endless);\nconst checked = 1;`;
      const node = await RawKernel.start();
      const expected = contentsOf((await node.run(code)).messages, "display_data").map(
        ({ data }) => data,
      );
      await node.stop();
      const { reply, messages } = await page.run(code);
      expect(reply.status).to.equal("ok");
      const shown = messages.filter(({ type }) => type === "display_data");
      expect(shown.map(({ content }) => content.data)).to.deep.equal(expected);
      expect(JSON.stringify(expected)).to.contain("The code did not come to an end.");
      expect(await value(page, "[kept, checked]")).to.equal("[ 7, 1 ]");
    });

    it("stops while its answer is checked, and nothing is said of the answer", async () => {
      const code = `import { check } from "backprop";
        check("05-2", class { forward() { console.log("begun"); for (;;); } backward() {} });`;
      const id: string = await page.page.evaluate(
        `client.send("execute_request", ${request(code)})`,
      );
      await page.page.waitForFunction(
        `client.soFar("${id}").some(({ content }) => content.text?.includes("begun"))`,
      );
      await interrupt(page);
      const { reply, messages } = await whole(page, id);
      expect(reply.evalue).to.equal(STOPPED);
      expect(messages.filter(({ type }) => type === "display_data")).to.deep.equal([]);
    });

    it("is not stopped by an interrupt between cells, nor by a storm of them between and within cells", async () => {
      await interrupt(page);
      expect(await value(page, "kept")).to.equal("7");
      let seed = 1;
      const random = () => {
        seed = (seed * 16_807) % 2_147_483_647;
        return seed / 2_147_483_647;
      };
      let over = false;
      const cells = (async () => {
        const ends = new Map<unknown, number>();
        for (let at = 0; !over; at++) {
          const loop =
            at % 3 === 0
              ? "for (;;);"
              : at % 3 === 1
                ? "await null; for (let x = 0; x < 1e7; x++);"
                : "";
          const { reply } = await page.run(`var storm = ${at};\n${loop}`);
          ends.set(reply.ename ?? reply.status, (ends.get(reply.ename ?? reply.status) ?? 0) + 1);
        }
        return ends;
      })();
      for (let at = 0; at < 200; at++) {
        await interrupt(page);
        await sleep(random() * 60);
      }
      over = true;
      const rest = setInterval(() => void interrupt(page), 300);
      const ends = await cells;
      clearInterval(rest);
      await sleep(400);
      expect([...ends.keys()]).to.have.members(["Interrupted", "ok"]);
      expect(await value(page, "kept")).to.equal("7");
      expect(await value(page, "typeof storm")).to.equal("'number'");
      expect(page.errors).to.deep.equal([]);
    }).timeout(120_000);

    it("goes on when the browser ends the service worker, which is started again", async () => {
      const session = await page.page.context().newCDPSession(page.page);
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      const id = await begin(page, "for (;;);");
      for (let at = 0; at < 3; at++) {
        await session.send("ServiceWorker.stopAllWorkers");
        await sleep(250);
      }
      await interrupt(page);
      expect((await whole(page, id)).reply.evalue).to.equal(STOPPED);
      const asking = await begin(page, 'const late = prompt("late?");', { allow_stdin: true });
      await asked(page, "late?");
      await session.send("ServiceWorker.stopAllWorkers");
      await sleep(500);
      await page.page.evaluate(`client.answer("in time")`);
      expect((await whole(page, asking)).reply.status).to.equal("ok");
      expect(await value(page, "[late, kept]")).to.equal("[ 'in time', 7 ]");
    });

    it("waits for the answer, as long as it takes", async () => {
      const id = await begin(
        page,
        'const name = prompt("name?");\nconst other = prompt("other?", "none");',
        {
          allow_stdin: true,
        },
      );
      await asked(page, "name?");
      // Longer than one request to the service worker lasts.
      await sleep(5000);
      await page.page.evaluate(`client.answer("Ada 가나다")`);
      await asked(page, "other?");
      await page.page.evaluate(`client.answer("")`);
      expect((await whole(page, id)).reply.status).to.equal("ok");
      expect(await value(page, "[name, other]")).to.equal("[ 'Ada 가나다', 'none' ]");
    });

    it("is stopped while it waits, also where it catches everything, and takes no late answer for another", async () => {
      const { reply } = await stopped(
        page,
        'for (;;) { try { prompt("first?"); } catch { console.log("went on"); } }',
        { allow_stdin: true },
      );
      expect(reply.evalue).to.equal(STOPPED);
      const late = "client.answer('late')";
      await page.page.evaluate(late);
      const id = await begin(page, 'const second = prompt("second?");', { allow_stdin: true });
      await asked(page, "second?");
      await page.page.evaluate("client.answer('right')");
      expect((await whole(page, id)).reply.status).to.equal("ok");
      expect(await value(page, "[second, kept]")).to.equal("[ 'right', 7 ]");
    });

    it("ends with its worker where it does not look, and the cells before it are run again", async () => {
      await page.reload();
      await page.start({ signals: true });
      const asking = await begin(page, 'const name = prompt("name?");', { allow_stdin: true });
      await asked(page, "name?");
      await page.page.evaluate(`client.answer("Ada")`);
      await whole(page, asking);
      await page.run("let count = 1;");
      await page.run("count++;\nconsole.log('shown once');");
      const native = `await new Promise((r) => setTimeout(r, 200));\n/^(a+)+$/.test("${"a".repeat(60)}b");`;
      const id = await begin(page, native);
      await sleep(800);
      await interrupt(page);
      const { reply } = await whole(page, id);
      expect(reply.evalue).to.match(
        /^The cell was stopped before its end\. .* run again: \[1\]–\[3\]\.$/,
      );
      expect(await value(page, "[name, count]")).to.equal("[ 'Ada', 2 ]");
      // What came with a new worker can be stopped, too.
      expect((await stopped(page, "for (;;);")).reply.evalue).to.equal(STOPPED);
      expect(await value(page, "[name, count]")).to.equal("[ 'Ada', 2 ]");
    });
  });
});
