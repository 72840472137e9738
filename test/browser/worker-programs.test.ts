import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Json } from "../../kernel-setup/jupyter/messages/message";
import { needs } from "../support/needs";
import { RawKernel } from "../support/raw-kernel";
import { WorkerPage } from "./worker-page";
import { FILES, OTHERWISE, SAME, type Step } from "./worker-programs";

/** What both kernels tell of a step: the reply, and the messages up to idle. */
interface Told {
  reply: unknown;
  messages: unknown[];
}

interface Sent {
  type: string;
  content: Json;
  metadata: Json;
  buffers: number[][];
}

/** Random names become the number of their first use. */
class Names {
  readonly #known = new Map<string, string>();

  plain(value: unknown): unknown {
    return JSON.parse(
      JSON.stringify(value).replace(/"(?:[0-9a-f]{8}-\d+|[0-9a-f]{16}|[0-9a-f-]{36})"/g, (name) => {
        const known = this.#known.get(name) ?? `"name ${this.#known.size + 1}"`;
        this.#known.set(name, known);
        return known;
      }),
    );
  }
}

/** Pieces of one stream are joined by time: only what they say together is the same each time. */
function joined(messages: Sent[]): Sent[] {
  const whole: Sent[] = [];
  for (const message of messages) {
    const last = whole.at(-1);
    const { type, content } = message;
    if (type === "stream" && last?.type === "stream" && last.content.name === content.name) {
      last.content = { ...content, text: `${last.content.text}${content.text}` };
    } else whole.push({ ...message });
  }
  return whole;
}

const REQUEST = /_request$/;

describe("programs in a page's worker and in Node", function () {
  this.timeout(180_000);
  let folder: string;
  let kernel: RawKernel;
  let page: WorkerPage;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    folder = mkdtempSync(join(tmpdir(), "worker-programs-"));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    page = await WorkerPage.open();
    const files = Object.entries(FILES).map(([name, text]) => [`/notebooks/${name}`, text]);
    await page.start({ files: Object.fromEntries(files) });
    process.env.BACKPROP_HOME = "";
    kernel = await RawKernel.start({ cwd: folder });
    delete process.env.BACKPROP_HOME;
  });
  after(async () => {
    await page?.close();
    await kernel?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const asked = (step: Step) => {
    if (typeof step !== "string" && "ask" in step) return step;
    const { code, options } = typeof step === "string" ? { code: step, options: {} } : step;
    const content = {
      ...{ code, silent: false, store_history: true, user_expressions: {} },
      ...{ allow_stdin: false, stop_on_error: true },
      ...options,
    };
    return { ask: "execute_request", content };
  };

  async function inNode(step: Step, names: Names): Promise<Told> {
    const { ask, content, channel = "shell" } = { channel: undefined, ...asked(step) };
    const id = await kernel.send(ask, content, channel);
    await kernel.until(() =>
      REQUEST.test(ask)
        ? kernel.isIdle(id)
        : kernel.messagesOf(id).some(({ content }) => content.execution_state === "idle"),
    );
    const { reply } = REQUEST.test(ask) ? await kernel.answer(id) : { reply: {} };
    const messages = kernel.messagesOf(id).map(({ header, content, metadata, buffers }) => ({
      ...{ type: header.msg_type, content, metadata },
      buffers: buffers.map((buffer) => Array.from(buffer)),
    }));
    return names.plain({ reply, messages: joined(messages) }) as Told;
  }

  async function inPage(step: Step, names: Names): Promise<Told> {
    const { ask, content, channel = "shell" } = { channel: undefined, ...asked(step) };
    const { reply, messages } = await page.request(ask, content, channel);
    return names.plain({ reply, messages: joined(messages) }) as Told;
  }

  for (const [title, steps] of Object.entries(SAME))
    it(`say the same: ${title}`, async () => {
      const [ours, theirs] = [new Names(), new Names()];
      const differences: string[] = [];
      for (const step of steps) {
        const expected = await inNode(step, ours);
        const got = await inPage(step, theirs);
        if (JSON.stringify(got) === JSON.stringify(expected)) continue;
        differences.push(difference(step, expected, got));
      }
      expect(differences, differences.join("\n\n")).to.deep.equal([]);
    });

  for (const [title, { cell, node, page: there }] of Object.entries(OTHERWISE))
    it(`tell otherwise: ${title}`, async () => {
      const told = await inNode(cell, new Names());
      const got = await inPage(cell, new Names());
      expect(JSON.stringify(told.messages)).to.contain(node).and.not.contain(there);
      expect(JSON.stringify(got.messages)).to.contain(there).and.not.contain(node);
    });
});

/** A step with the places where two answers first differ. */
function difference(step: Step, expected: Told, got: Told): string {
  const [node, inPage] = [expected, got].map((told) => JSON.stringify(told));
  let at = 0;
  while (node[at] === inPage[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - 100), at + 300);
  return `${JSON.stringify(step).slice(0, 200)}\n  Node: ${part(node)}\n  page: ${part(inPage)}`;
}
