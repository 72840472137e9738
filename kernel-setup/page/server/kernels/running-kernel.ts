import type { FoundKernelSpec } from "../../../jupyter/kernelspecs/spec";
import { KERNEL_DIED } from "../../../jupyter/messages/kernel-died";
import { type Json, type Message, newHeader, newId } from "../../../jupyter/messages/message";
import { ApiError } from "../api-error";
import type { KernelEnd, KernelStarter } from "../home";
import type { Framed } from "./frames";

/** A page's end of a kernel. */
export interface FrontEnd {
  /** The page's own name for its connection; it keeps it when it connects again. */
  session: string;
  send(framed: Framed): void;
  /** The kernel is shut down for good. */
  ended(): void;
}

/** Gets the content of each output that the kernel sends. */
export type OnOutput = (content: Json) => void;

/** What Jupyter's front ends are told of a kernel. */
export type KernelState = "starting" | "idle" | "busy" | "restarting" | "dead";

/** A request whose reply is still to come. */
interface Pending {
  session: string;
  request: Framed;
  /** Of a cell, once the kernel has begun with it. */
  count?: number;
}

const REQUEST = /_request$/;

/** The messages whose content is an output that a page may keep in a notebook. */
const SHOWS = ["display_data", "execute_result", "update_display_data"];

/**
 * One kernel and the pages that look at it. Outputs go to all of them, replies and questions to the
 * page that asked.
 */
export class RunningKernel {
  readonly id = newId();
  readonly name: string;
  readonly #starter: KernelStarter;
  readonly #found: FoundKernelSpec;
  readonly #cwd: string;
  readonly #onOutput: OnOutput;
  readonly #frontEnds = new Set<FrontEnd>();
  readonly #pending = new Map<string, Pending>();
  #end: KernelEnd | undefined;
  #starting: Promise<void>;
  #state: KernelState = "starting";
  #isOver = false;
  /** Why it is dead, as a sentence. */
  #reason: string | undefined;
  lastActivity = new Date();

  constructor(
    starter: KernelStarter,
    found: FoundKernelSpec,
    cwd: string,
    onOutput: OnOutput = () => {},
  ) {
    this.#starter = starter;
    this.#found = found;
    this.name = found.name;
    this.#cwd = cwd;
    this.#onOutput = onOutput;
    this.#starting = this.#start();
    this.#starting.catch(() => {});
  }

  /** As the API shows it. */
  get model() {
    return {
      id: this.id,
      name: this.name,
      last_activity: this.lastActivity.toISOString(),
      execution_state: this.#state,
      connections: this.#frontEnds.size,
      // As Jupyter's own server says it.
      ...(this.isDead && this.#reason !== undefined && { reason: this.#reason }),
    };
  }

  /** Fulfilled once the kernel runs cells. @throws KernelError when it does not start. */
  get ready(): Promise<void> {
    return this.#starting;
  }

  get isDead(): boolean {
    return this.#state === "dead";
  }

  async #start(): Promise<void> {
    try {
      const end = await this.#starter.start(this.#found, { cwd: this.#cwd });
      if (this.#isOver) return end.shutdown();
      this.#end = end;
      end.listen((channel, message) => this.#fromKernel({ channel, message }));
      void end.ended.then(() => this.#died(end));
      this.#setState("idle");
    } catch (error) {
      this.#isGone((error as Error).message);
      throw error;
    }
  }

  attach(frontEnd: FrontEnd): void {
    this.#frontEnds.add(frontEnd);
    if (this.isDead) frontEnd.send(this.#status);
    if (this.#isOver) frontEnd.ended();
  }

  detach(frontEnd: FrontEnd): void {
    this.#frontEnds.delete(frontEnd);
  }

  /**
   * Takes a page's message; while the kernel starts it waits. A request to a dead one is answered in its
   * place: a cell that nobody answers would look as if it ran.
   */
  async take(session: string, framed: Framed): Promise<void> {
    this.lastActivity = new Date();
    const { channel, message } = framed;
    if (channel === "iopub") return;
    const { msg_id: id, msg_type: type } = message.header;
    const isRequest = REQUEST.test(type);
    if (isRequest) this.#pending.set(id, { session, request: framed });
    await this.#starting.catch(() => {});
    // Answered while it waited: the kernel did not start, or was restarted.
    if (isRequest && !this.#pending.has(id)) return;
    const end = this.#end;
    if (!end || end.death || this.isDead) {
      this.#answerPending(diedContent(this.#reason ?? end?.death?.message ?? ENDED));
      for (const each of this.#frontEnds) if (each.session === session) each.send(this.#status);
      return;
    }
    await end.pass(channel, message).catch((error: Error) => {
      // Where the kernel has died, its death is the answer.
      if (!end.death) this.#answer(id, diedContent(error.message));
    });
  }

  #fromKernel(framed: Framed): void {
    const { channel, message } = framed;
    const id = message.parent_header.msg_id ?? "";
    this.lastActivity = new Date();
    if (channel === "iopub") {
      if (message.header.msg_type === "status") this.#noteStatus(message.content.execution_state);
      if (message.header.msg_type === "execute_input") this.#noteBegin(id, message.content);
      // Before any page has it: none can save it sooner.
      if (SHOWS.includes(message.header.msg_type)) this.#onOutput(message.content);
      for (const each of this.#frontEnds) each.send(framed);
      return;
    }
    const asked = this.#pending.get(id);
    if (channel !== "stdin") this.#pending.delete(id);
    const session = asked?.session ?? message.parent_header.session;
    for (const each of this.#frontEnds) if (each.session === session) each.send(framed);
  }

  #noteStatus(state: unknown): void {
    if (state === "idle" || state === "busy") this.#state = state;
  }

  #noteBegin(id: string, { execution_count: count }: Json): void {
    const asked = this.#pending.get(id);
    if (asked && typeof count === "number") asked.count = count;
  }

  #setState(state: KernelState): void {
    this.#state = state;
    for (const each of this.#frontEnds) each.send(this.#status);
  }

  /** What the server itself says of the kernel; of a dead one also why, for a page that comes later. */
  get #status(): Framed {
    const { execution_state, reason } = this.model;
    const content = { execution_state, ...(reason !== undefined && { reason }) };
    return { channel: "iopub", message: ownMessage("status", content) };
  }

  #died(end: KernelEnd): void {
    if (end !== this.#end) return; // restarted or ended on purpose
    this.#isGone(end.death?.message ?? ENDED);
  }

  /** Tells the cells that were running or waiting, and then everybody, that there is no kernel, and why. */
  #isGone(reason: string): void {
    this.#reason = reason;
    this.#answerPending(diedContent(reason));
    this.#setState("dead");
  }

  /**
   * Answers in the kernel's place what it will not answer any more. As behind a cell that fails, a page's
   * next cells are aborted: they keep what they show.
   */
  #answerPending(content: Json): void {
    const failed = new Set<string>();
    for (const [id, { session, request, count }] of [...this.#pending]) {
      const isCell = request.message.header.msg_type === "execute_request";
      const isBehind = isCell && count === undefined && failed.has(session);
      this.#answer(id, isBehind ? { status: "aborted" } : content);
      if (isCell) failed.add(session);
    }
  }

  #answer(id: string, content: Json): void {
    const asked = this.#pending.get(id);
    if (!asked) return;
    this.#pending.delete(id);
    const { session, request, count } = asked;
    const { header, content: question } = request.message;
    const say = (channel: Framed["channel"], type: string, words: Json) => {
      const framed = { channel, message: ownMessage(type, words, request.message) };
      for (const each of this.#frontEnds) if (each.session === session) each.send(framed);
    };
    if (content.status === "error" && header.msg_type === "execute_request") {
      const { ename, evalue, traceback } = content;
      // As a kernel says it: a page may keep what the cell showed before until its run begins.
      if (count === undefined)
        say("iopub", "execute_input", { code: question.code, execution_count: 0 });
      say("iopub", "error", { ename, evalue, traceback });
    }
    const reply = count === undefined ? content : { ...content, execution_count: count };
    say(request.channel, header.msg_type.replace(REQUEST, "_reply"), reply);
    say("iopub", "status", { execution_state: "idle" });
  }

  /** @throws ApiError 409 when the kernel does not run. */
  async interrupt(): Promise<void> {
    await this.#starting.catch(() => {});
    if (!this.#end || this.isDead) {
      throw new ApiError(409, "expected a running kernel to interrupt, but it has ended.");
    }
    await this.#end.interrupt();
  }

  /** Ends the kernel and starts another in its place; also a dead one. */
  async restart(): Promise<void> {
    await this.#starting.catch(() => {});
    if (this.#isOver)
      throw new ApiError(404, "expected a kernel to restart, but it was shut down.");
    const old = this.#end;
    this.#end = undefined;
    // Not told: to Jupyter's pages "restarting" means that a kernel has died and comes again by itself.
    this.#state = "restarting";
    this.#reason = undefined;
    this.#answerPending({ status: "aborted" });
    this.#starting = (async () => {
      await old?.shutdown();
      await this.#start();
    })();
    this.#starting.catch(() => {});
    await this.#starting;
  }

  /** Ends the kernel for good. */
  async shutdown(): Promise<void> {
    this.#isOver = true;
    const end = this.#end;
    this.#end = undefined;
    this.#answerPending({ status: "aborted" });
    await end?.shutdown();
    await this.#starting.catch(() => {});
    this.#setState("dead");
    for (const each of this.#frontEnds) each.ended();
  }
}

const ENDED = "The kernel has ended.";

/** What a kernel that is no more would answer. */
const diedContent = (evalue: string): Json => ({
  status: "error",
  ename: KERNEL_DIED,
  evalue,
  traceback: [`\u001b[31m${KERNEL_DIED}\u001b[39m: ${evalue}`],
});

function ownMessage(type: string, content: Json, parent?: Message): Message {
  return {
    identities: [],
    header: newHeader(type, "server"),
    parent_header: parent?.header ?? {},
    metadata: {},
    content,
    buffers: [],
  };
}
