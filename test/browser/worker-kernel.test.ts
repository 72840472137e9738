// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are texts here.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import esbuild from "esbuild";
import type { Json } from "../../kernel-setup/jupyter/messages/message";
import { needs } from "../support/needs";
import { inProject } from "../support/project";
import type { Brought } from "./worker-client";
import { WorkerPage } from "./worker-page";

const texts = ({ messages }: Pick<Brought, "messages">, name = "stdout") =>
  messages
    .filter(({ type, content }) => type === "stream" && content.name === name)
    .map(({ content }) => content.text)
    .join("");

const result = ({ messages }: Pick<Brought, "messages">) =>
  (messages.find(({ type }) => type === "execute_result")?.content.data as Json | undefined)?.[
    "text/plain"
  ];

/** What the network, other tabs and the browser's memory are reached by, and how. */
const REACHING = [
  "fetch('x')",
  "new XMLHttpRequest()",
  "new WebSocket('ws://x')",
  "new EventSource('x')",
  "indexedDB.open('x')",
  "caches.open('x')",
  "importScripts('x')",
  "new BroadcastChannel('x')",
  "navigator.storage.persist()",
  "navigator.locks.request('x', () => {})",
  "new Worker('x')",
  "postMessage('x')",
  "new FontFace('x', 'url(x)')",
  "self.fetch('x')",
  "new Function('return fetch(\"x\")')()",
];

describe("the kernel in a page's worker", function () {
  this.timeout(120_000);
  let page: WorkerPage;
  before(async function () {
    needs(this, "chromium", "playwright-core");
    page = await WorkerPage.open();
    await page.start();
  });
  after(() => page?.close());
  afterEach(() => expect(page.errors.splice(0)).to.deep.equal([]));

  const evaluate = <T>(code: string) => page.page.evaluate<T>(code);

  /** A fresh page with a kernel of its own. */
  async function anew(options: Json = {}): Promise<void> {
    await page.reload();
    await page.start(options);
  }

  it("runs a cell, and tells of it in Jupyter's messages", async () => {
    const { reply, messages } = await page.run("console.log(2);\n1 + 1");
    expect(reply).to.deep.equal({
      status: "ok",
      user_expressions: {},
      payload: [],
      execution_count: 1,
    });
    expect(messages.map(({ type, content }) => [type, content])).to.deep.equal([
      ["status", { execution_state: "busy" }],
      ["execute_input", { code: "console.log(2);\n1 + 1", execution_count: 1 }],
      ["stream", { name: "stdout", text: "2\n" }],
      ["execute_result", { execution_count: 1, data: { "text/plain": "2" }, metadata: {} }],
      ["status", { execution_state: "idle" }],
    ]);
  });

  it("asks nothing but the page's own host", () => {
    const elsewhere = page.requests.filter((request) => !request.startsWith(page.url));
    expect(elsewhere).to.deep.equal([]);
    expect(page.requests.filter((request) => request.endsWith("/kernel.js"))).to.have.lengthOf(1);
  });

  it("says what it is, on shell and on control", async () => {
    for (const channel of ["shell", "control"]) {
      const { reply } = await page.request("kernel_info_request", {}, channel);
      const { version } = createRequire(__filename)("typescript/package.json");
      expect(reply).to.deep.include({ status: "ok", implementation: "tslab" });
      expect(reply.banner).to.equal(`TypeScript ${version} in a page`);
      expect(reply.supported_features).to.deep.equal(["backprop diagnostics"]);
    }
  });

  it("shows what a loop prints while it runs, and displays too", async () => {
    await evaluate(`{ globalThis.id = client.send("execute_request", { code:
      "const until = performance.now() + 1500; let n = 0; while (performance.now() < until) if (++n % 1e5 === 0) console.log(n); display('end'); n" }); 0 }`);
    await page.page.waitForFunction("client.soFar(id).some(({ type }) => type === 'stream')");
    const early = await evaluate<Brought["messages"]>("client.soFar(id)");
    expect(early.some(({ type }) => type === "display_data")).to.equal(false);
    await evaluate("client.whole(id)");
  });

  it("prints a million lines in order, in few messages and bounded time", async () => {
    const { messages } = await page.run("for (let i = 0; i < 1_000_000; i++) console.log(i);");
    const all = texts({ messages });
    expect(all.length).to.equal(6_888_890);
    expect(all.slice(0, 6) + all.slice(-8)).to.equal("0\n1\n2\n\n999999\n");
    expect(messages.length).to.be.lessThan(2000);
  });

  it("answers control while a cell awaits, and cells in their turn", async () => {
    const [first, second, info, order] = await evaluate<[Brought, Brought, Brought, string[]]>(`
      (async () => {
        const order = [];
        const note = (name) => (brought) => (order.push(name), brought);
        const first = client.run("await new Promise((r) => setTimeout(r, 300)); 'first'").then(note("first"));
        const second = client.run("'second'").then(note("second"));
        const info = client.request("kernel_info_request", {}, "control").then(note("info"));
        return [await first, await second, await info, order];
      })()`);
    expect([result(first), result(second), info.reply.status]).to.deep.equal([
      "'first'",
      "'second'",
      "ok",
    ]);
    expect(order).to.deep.equal(["info", "first", "second"]);
  });

  it("aborts the cells that wait behind one that fails, and no others", async () => {
    const status = await evaluate<string[]>(`(async () => {
      const all = ["throw new Error('x')", "1", "2"].map((code) => client.run(code));
      const question = client.request("kernel_info_request", {});
      const [a, b, c, info] = await Promise.all([...all, question]);
      const later = await client.run("3");
      return [a, b, c, info, later].map(({ reply }) => reply.status);
    })()`);
    expect(status).to.deep.equal(["error", "aborted", "aborted", "ok", "ok"]);
  });

  it("gives a page's server what Node's kernel gives: the same members", async () => {
    // Its type is compared where it is compiled, in worker-client.ts.
    const members = await evaluate<string[]>(
      "['listen', 'pass', 'interrupt', 'shutdown'].filter((name) => typeof client.kernel[name] === 'function')",
    );
    expect(members).to.have.lengthOf(4);
    expect(await evaluate("client.kernel.death === undefined")).to.equal(true);
  });

  describe("the fence", () => {
    before(() => anew());

    for (const code of REACHING)
      it(`tells whoever tries ${code}`, async () => {
        const asAny = code.replace(/^(new )?(?=[A-Za-z])/, "$1(globalThis as any).");
        const { reply } = await page.run(
          /^self|^new Function/.test(code) ? code.replace("self", "(globalThis as any)") : asAny,
        );
        expect(reply.ename, JSON.stringify(reply)).to.equal("Error");
        expect(reply.evalue).to.match(
          /^[\w.]+: expected only what computes and shows, but this reaches out of the cell\. In a page, cells reach neither the network nor what the browser keeps\.$/,
        );
      });

    it("says it in Korean, too", async () => {
      const { reply } = await page.run(
        '(globalThis as any)[Symbol.for("tslab.language")]("ko");\n(globalThis as any).fetch("x")',
      );
      expect(reply.evalue).to.match(/^fetch: .*네트워크/);
      await page.run('(globalThis as any)[Symbol.for("tslab.language")]("en");');
    });

    it("is not known to the checker, whatever lies behind it", async () => {
      for (const name of [
        "fetch",
        "XMLHttpRequest",
        "indexedDB",
        "caches",
        "importScripts",
        "navigator",
        "Worker",
      ]) {
        const { reply } = await page.run(name);
        expect(reply.ename, name).to.equal("TypeScriptError");
        expect(String(reply.traceback), name).to.contain(`Hint: ${name} is out of a cell's reach`);
      }
    });

    it("leaves all that page-cells declares, and what is made of it", async () => {
      const names = [
        ..."console setTimeout setInterval clearTimeout clearInterval queueMicrotask structuredClone atob btoa performance crypto TextEncoder TextDecoder URL URLSearchParams Event CustomEvent EventTarget AbortController AbortSignal DOMException MessageChannel MessagePort Blob WebAssembly".split(
          " ",
        ),
      ];
      const { messages } = await page.run(
        `[${names.join(", ")}].map((value) => typeof value).filter((type) => type === "undefined").length`,
      );
      expect(result({ messages })).to.equal("0");
      const { reply } = await page.run(
        "const { port1, port2 } = new MessageChannel();\nconst heard = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });\nport2.postMessage('through');\nawait heard",
      );
      expect(reply.status).to.equal("ok");
    });

    it("lets through what the page allows, and nothing else", async () => {
      await anew({ allowed: ["fetch"] });
      const loaded = await page.run(
        `const load = (globalThis as any).fetch;\n(await load("${page.url}index.html")).status`,
      );
      expect(result(loaded)).to.equal("200");
      const { reply } = await page.run("new (globalThis as any).XMLHttpRequest()");
      expect(reply.ename).to.equal("Error");
      await anew();
    });
  });

  describe("interrupted", () => {
    before(() => anew());

    /** Starts a cell, and interrupts when it has printed something. */
    const interrupted = (code: string) =>
      evaluate<[Brought, number]>(`(async () => {
        const id = client.send("execute_request", { code: ${JSON.stringify(code)}, allow_stdin: false });
        while (!client.soFar(id).some(({ type }) => type === "stream")) await new Promise((r) => setTimeout(r, 20));
        const begun = performance.now();
        await client.kernel.interrupt();
        const whole = await client.whole(id);
        return [whole, performance.now() - begun];
      })()`);

    it("a cell that awaits ends at once, and keeps its variables", async () => {
      const [{ reply }, took] = await interrupted(
        "const kept = 5;\nconsole.log('go');\nawait new Promise(() => {});\nconst never = 1;",
      );
      expect(reply).to.deep.include({
        ename: "Interrupted",
        evalue: "The cell was stopped before its end.",
      });
      expect(took).to.be.lessThan(900);
      expect(result(await page.run("kept"))).to.equal("5");
      expect(String((await page.run("never")).reply.traceback)).to.match(/never was not reached/);
    });

    it("a cell that loops ends with its worker, and says so; the next one runs in another", async () => {
      await page.run("const lost = 1;");
      const [{ reply, messages }, took] = await interrupted("console.log('go');\nfor (;;);");
      expect(reply.ename).to.equal("Interrupted");
      expect(reply.evalue).to.equal(
        "The cell was stopped before its end. It could not be stopped without its variables, and those of all other cells are gone with it: run the cells again from the first.",
      );
      expect(messages.map(({ type }) => type).slice(-2)).to.deep.equal(["error", "status"]);
      console.log(`      in another worker after ${(took / 1000).toFixed(1)} s`);
      expect(took).to.be.within(1000, 15_000);
      const { reply: after } = await page.run("lost");
      expect(after.ename).to.equal("TypeScriptError");
      const next = await page.run(
        "import { MulLayer } from 'backprop';\nnew MulLayer().forward(2, 3)",
      );
      expect(result(next)).to.equal("6");
      // The count goes on: it is one kernel to its front ends.
      expect(next.reply.execution_count).to.be.greaterThan(5);
    });

    it("what waits behind such a cell is aborted, and nothing runs twice", async () => {
      const status = await evaluate<string[]>(`(async () => {
        const first = client.run("for (;;);");
        const behind = client.run("'behind'");
        await new Promise((r) => setTimeout(r, 300));
        await client.kernel.interrupt();
        return [(await first).reply.status, (await behind).reply.status];
      })()`);
      expect(status).to.deep.equal(["error", "aborted"]);
    });

    it("by a message on control, as front ends send it", async () => {
      const reply = await evaluate<Json>(`(async () => {
        const running = client.run("await new Promise(() => {});");
        await new Promise((r) => setTimeout(r, 200));
        await client.request("interrupt_request", {}, "control");
        return (await running).reply;
      })()`);
      expect(reply.ename).to.equal("Interrupted");
    });

    it("while nothing runs, it does nothing", async () => {
      await page.run("const still = 7;");
      await evaluate("client.kernel.interrupt()");
      expect(result(await page.run("still"))).to.equal("7");
    });
  });

  describe("files and what is kept", () => {
    it("are seen by the next cell when the page changes them, and gone when it removes them", async () => {
      await anew({ folder: "/work/en", files: { "/work/en/a.ts": "export const a = 1;" } });
      expect(result(await page.run("import { a } from './a';\na"))).to.equal("1");
      await evaluate(
        "client.kernel.change({ '/work/en/a.ts': 'export const a = 2; export const b = a;' })",
      );
      expect(result(await page.run("import { a, b } from './a';\na + b"))).to.equal("4");
      await evaluate("client.kernel.change({ '/work/en/a.ts': undefined })");
      expect((await page.run("import { b } from './a';")).reply.ename).to.equal("TypeScriptError");
    });

    it("hand the scorecard out, and take it in", async () => {
      const settings = { BACKPROP_HOME: "/learner" };
      const pass =
        "import { check, lesson } from 'backprop';\nlesson('05', 'en');\ncheck('05-1', 200);";
      await anew({ settings });
      await page.run(pass);
      const kept = await evaluate<Record<string, unknown>>("client.kept");
      const path = "/learner/notebooks/mine/scorecard.json";
      expect(Object.keys(kept)).to.deep.equal([path]);
      expect(JSON.parse(String(kept[path])).passed).to.deep.equal({ "05-1": true });
      await anew({ settings, kept });
      const card = await page.run("import { scorecard } from 'backprop';\nscorecard()");
      expect(JSON.stringify(card.messages)).to.contain("`05` ✓");
      // It outlives a worker that has to be replaced.
      await evaluate("{ client.run('for (;;);'); 0 }");
      await evaluate(
        "new Promise((r) => setTimeout(r, 200)).then(() => client.kernel.interrupt())",
      );
      const again = await page.run("import { scorecard } from 'backprop';\nscorecard()");
      expect(JSON.stringify(again.messages)).to.contain("`05` ✓");
    });
  });

  describe("what a cell asks for and is loaded then", () => {
    it("shows how far it is, and nothing of it afterwards", async () => {
      await anew();
      const { messages, reply } = await page.run(
        "import { mnist } from 'backprop';\nconst { train } = mnist();\ntrain.length",
      );
      expect(reply.status).to.equal("ok");
      expect(result({ messages })).to.equal("60000");
      const shown = messages.flatMap(({ type, content }) =>
        /display_data$/.test(type) ? String((content.data as Json)["text/plain"]) : [],
      );
      expect(shown[0]).to.equal("Loading MNIST: 0 %");
      expect(shown.at(-1)).to.equal("Loading MNIST: 100 %");
      const types = messages.map(({ type }) => type);
      expect(types.lastIndexOf("clear_output")).to.be.greaterThan(
        types.lastIndexOf("update_display_data"),
      );
      // Once is enough.
      const second = await page.run("mnist().test.length");
      expect(second.messages.map(({ type }) => type)).to.not.include("clear_output");
    });

    it("says why it is not to be had, and is tried again by the next cell", async () => {
      await anew();
      await page.page.route(/mnist\//, (route) => route.fulfill({ status: 503 }));
      const { reply } = await page.run("import { mnist } from 'backprop';\nmnist();");
      expect([reply.ename, reply.evalue]).to.deep.equal([
        "LoadError",
        "The cell needs MNIST, which could not be loaded: the host says 503. Run it again to try once more.",
      ]);
      page.errors.splice(0); // the browser's own words on the files
      await anew();
      const { reply: again } = await page.run("import { mnist } from 'backprop';\nmnist();");
      expect(again.status).to.equal("ok");
    });

    it("can be stopped while it is loaded", async () => {
      await anew();
      await page.page.route(/mnist\//, () => {});
      const reply = await evaluate<Json>(`(async () => {
        const running = client.run("import { mnist } from 'backprop';\\nmnist();");
        await new Promise((r) => setTimeout(r, 300));
        await client.kernel.interrupt();
        return (await running).reply;
      })()`);
      expect(reply.ename).to.equal("Interrupted");
      expect(result(await page.run("1"))).to.equal("1");
    });
  });

  describe("its end", () => {
    it("by close() is told to the cell, with a sentence, and to the page", async () => {
      await anew();
      const { reply, messages } = await page.run(
        "console.log('last');\n(globalThis as any).close();",
      );
      const evalue =
        "The cell ended the kernel with close(). Its variables are gone: run the cells again from the first.";
      expect(reply).to.deep.include({ status: "error", ename: "KernelDied", evalue });
      expect(texts({ messages })).to.equal("last\n");
      expect(messages.map(({ type }) => type).slice(-2)).to.deep.equal(["error", "status"]);
      const death = await evaluate(
        "client.kernel.ended.then(() => [client.kernel.death.name, client.kernel.death.message])",
      );
      expect(death).to.deep.equal(["KernelError", "The cell ended the kernel with close()."]);
      const refused = await evaluate<string>(
        "client.kernel.pass('shell', {}).then(() => 'taken', (error) => error.message)",
      );
      expect(refused).to.equal("The cell ended the kernel with close().");
    });

    it("by the browser is told too, in the language of the cells", async () => {
      await page.reload();
      // As a browser does that is short of memory: without a word.
      await evaluate(`{
        const { Worker } = globalThis;
        globalThis.Worker = class extends Worker { constructor(...args) { super(...args); globalThis.worker = this; } };
        0
      }`);
      await page.start();
      await page.run('(globalThis as any)[Symbol.for("tslab.language")]("ko");');
      const reply = await evaluate<Json>(`(async () => {
        const running = client.run("for (;;);");
        await new Promise((r) => setTimeout(r, 300));
        worker.terminate();
        return (await running).reply;
      })()`);
      expect(reply.ename).to.equal("KernelDied");
      expect(reply.evalue).to.match(/^브라우저가 .*메모리.* 첫 셀부터 다시 실행하세요\.$/);
      const death = await evaluate("client.kernel.ended.then(() => client.kernel.death.message)");
      expect(death).to.match(/^브라우저가 이유를 말하지 않고/);
    });

    it("in good order is quiet", async () => {
      await anew();
      await evaluate("client.kernel.shutdown()");
      const death = await evaluate("client.kernel.ended.then(() => client.kernel.death.message)");
      expect(death).to.equal("The kernel was shut down.");
    });

    it("comes before its beginning where the script is not there, or is none", async () => {
      await page.reload();
      writeFileSync(join(page.folder, "bad.js"), "throw new Error('broken script');");
      const why = (script: string) =>
        evaluate<string[]>(
          `client.start({ script: "${script}" }).then(() => ["started"], ({ name, message }) => [name, message])`,
        );
      expect(await why("missing.js")).to.deep.equal([
        "KernelError",
        `The kernel could not be started: its script is not to be had at missing.js.`,
      ]);
      const [name, message] = await why("bad.js");
      expect([name, message.includes("broken script")]).to.deep.equal(["KernelError", true]);
      page.errors.splice(0);
    });
  });

  describe("with another contact", () => {
    before(async () => {
      const { workerBundle } = await import(
        pathToFileURL(inProject("kernel-setup/commands/boot/worker-bundle.mjs")).href
      );
      const { files } = await workerBundle(inProject(), esbuild, "./test/browser/stub-contact");
      writeFileSync(join(page.folder, "stub.js"), files["kernel.js"]);
      await page.reload();
      await page.start({ script: "stub.js" });
    });

    it("asks the reader, and goes on with the answer", async () => {
      const { messages } = await page.run(
        "[prompt('name?'), prompt('word?', { password: true }), prompt('x', 'default')]",
        { allow_stdin: true },
      );
      expect(result({ messages })).to.equal("[ '1: name?', '2: word? (hidden)', '3: x' ]");
      const asked = await evaluate<Json[]>("client.questions.map(({ content }) => content)");
      expect(asked).to.deep.equal([
        { prompt: "name?", password: false },
        { prompt: "word?", password: true },
        { prompt: "x", password: false },
      ]);
    });

    it("says why there is no answer", async () => {
      const { reply } = await page.run("prompt('refused?')", { allow_stdin: true });
      expect(reply.evalue).to.equal(
        "prompt: expected an answer from the front end, but got none: nobody is there",
      );
    });

    it("rewrites cells and files, whose lines stay theirs", async () => {
      await evaluate(
        "client.kernel.change({ '/notebooks/loops.ts': 'export function loop(n: number[]) {\\n  for (const x of n) if (x > 1) throw new Error(`at ${x}`);\\n}' })",
      );
      await page.run("(globalThis as any).turns = 0;");
      await page.run("for (const x of [1, 2, 3]) x;");
      const { reply } = await page.run("import { loop } from './loops';\nloop([1, 2, 3]);");
      expect((reply.traceback as string[]).slice(1)).to.deep.equal([
        "  2 |   for (const x of n) if (x > 1) throw new Error(`at ${x}`);",
        "    |                                       ^",
        "    at loop (loops.ts:2:39)",
        "    at cell [5]:2:1",
      ]);
      expect(result(await page.run("(globalThis as any).turns"))).to.equal("5");
    });

    it("begins no cell that was stopped before", async () => {
      await page.run("setTimeout(() => { (globalThis as any).isStopped = true; }, 5);");
      await page.run("await new Promise((r) => setTimeout(r, 50));");
      const { reply } = await page.run("console.log('begun');");
      expect(reply.ename).to.equal("Interrupted");
    });
  });

  it("says that nobody can answer where no contact is", async () => {
    await anew();
    const { reply } = await page.run("prompt('name?')", { allow_stdin: true });
    expect(reply.evalue).to.equal(
      "prompt: expected an answer from the front end, but got none: a page cannot wait for one while a cell runs",
    );
  });

  it("times as Node does", async () => {
    const { messages } = await page.run(
      'console.time("t");\nconsole.timeLog("t", 1);\nconsole.timeEnd("t");\nconsole.timeEnd("t");',
    );
    expect(texts({ messages })).to.match(/^t: [\d.]+ms 1\nt: [\d.]+ms\n$/);
    expect(texts({ messages }, "stderr")).to.equal(
      "Warning: No such label 't' for console.timeEnd()\n",
    );
  });

  it("translates TypeScript's messages as soon as a cell has chosen a language", async () => {
    await anew();
    const { reply } = await evaluate<Brought>(`(async () => {
      client.run('(globalThis as any)[Symbol.for("tslab.language")]("ko");');
      return client.run("const n: number = 'x';");
    })()`);
    expect(reply.evalue).to.equal("1:7 - 'string' 형식은 'number' 형식에 할당할 수 없습니다.");
  });
});
