import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Json } from "../../kernel-setup/jupyter/messages/message";
import { needs } from "../support/needs";
import type { Brought } from "./worker-client";
import { WorkerPage } from "./worker-page";

/** Sends a cell and waits until it runs, and a little more, so that it is in the midst of it. */
async function begin(page: WorkerPage, code: string, options: Json = {}): Promise<string> {
  const content = JSON.stringify({
    code: `console.log("begun");\n${code}`,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
    ...options,
  });
  const id: string = await page.page.evaluate(`client.send("execute_request", ${content})`);
  const begun = `client.soFar("${id}").some(({ content }) => content.text?.includes("begun"))`;
  await page.page.waitForFunction(begun);
  await sleep(50);
  return id;
}

const interrupt = (page: WorkerPage) => page.request("interrupt_request", {}, "control");
const whole = (page: WorkerPage, id: string): Promise<Brought> =>
  page.page.evaluate(`client.whole("${id}")`);

/** Runs a cell and stops it. @returns what came of it, and after how many milliseconds */
async function stopped(page: WorkerPage, code: string): Promise<Brought & { after: number }> {
  const id = await begin(page, code);
  const from = performance.now();
  await interrupt(page);
  const brought = await whole(page, id);
  return { ...brought, after: performance.now() - from };
}

const printed = ({ messages }: Brought): string =>
  messages.map(({ content }) => content.text ?? "").join("");

/** The text of a value of a cell that succeeds. */
async function value(page: WorkerPage, code: string): Promise<unknown> {
  const { reply, messages } = await page.run(code);
  expect(reply.status, JSON.stringify(reply)).to.equal("ok");
  const result = messages.find(({ type }) => type === "execute_result");
  return (result?.content.data as Json | undefined)?.["text/plain"];
}

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
        expect(brought.reply.ename).to.equal("Interrupted");
        expect(brought.reply.evalue).to.equal("The cell was stopped before its end.");
        expect(brought.messages.filter(({ type }) => type === "error").length).to.equal(1);
        expect(printed(brought)).not.to.contain("went on");
        expect(brought.after).to.be.below(1900);
        expect(await value(page, "[kept, mine]")).to.equal("[ 7, 5 ]");
        expect(page.errors).to.deep.equal([]);
      });
    }
  });
});
