import type { Language, Words } from "../../../src/text/languages";
import type { Json, Message } from "../../jupyter/messages/message";
import { words } from "../../text/texts";
import { type ErrorContent, headline } from "../cells/error-content";
import type { Publisher } from "../protocol/publisher";
import type { FileChanges } from "./messages";

/** Data that the pack does not bring along, and that is loaded once a cell asks for it. */
export interface Supply {
  /** What it is, for the reader: "MNIST (11 MB)". */
  name: Words;
  /** Whether a cell's code asks for it. */
  isAskedBy(code: string): boolean;
  /**
   * Loads it.
   *
   * @param progress - To be told which part of it is there, from 0 to 1.
   * @returns files of the pack by whole paths; their bytes are given away
   */
  load(progress: (part: number) => void): Promise<FileChanges>;
}

interface Options {
  supplies: readonly Supply[];
  publisher: Publisher;
  /** The language in which cells are spoken to. */
  language(): Language;
  /** Hands files to the pack. */
  take(files: FileChanges): void;
}

/** Loads what a cell asks for before it runs, and shows below it how far that is. */
export class Supplies {
  readonly #options: Options;
  readonly #there = new Set<Supply>();
  #stop: (() => void) | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Another worker has none of it. */
  forget(): void {
    this.#there.clear();
  }

  /** Gives up what is being loaded. @returns whether anything was */
  stop(): boolean {
    this.#stop?.();
    return this.#stop !== undefined;
  }

  /** Loads what a cell asks for. @returns why it cannot run, if it cannot */
  async prepare(request: Message): Promise<ErrorContent | undefined> {
    for (const supply of this.#missing(request.content)) {
      const failure = await this.#load(supply, request);
      if (failure !== undefined) return failure;
      this.#there.add(supply);
    }
    return undefined;
  }

  /** Loads for another worker what a cell has asked for, and tells nobody. @returns whether it is there */
  async again(content: Json): Promise<boolean> {
    try {
      for (const supply of this.#missing(content)) {
        this.#options.take(await supply.load(() => {}));
        this.#there.add(supply);
      }
      return true;
    } catch {
      return false;
    }
  }

  #missing({ code }: Json): Supply[] {
    const isMissing = (supply: Supply) =>
      !this.#there.has(supply) && supply.isAskedBy(String(code ?? ""));
    return this.#options.supplies.filter(isMissing);
  }

  async #load(supply: Supply, { header }: Message): Promise<ErrorContent | undefined> {
    const { publisher, take } = this.#options;
    const say = (words: Words) => words[this.#options.language()];
    const what = say(supply.name);
    let percent = -1;
    let isOver = false;
    const show = (part: number) => {
      const now = Math.floor(100 * Math.min(1, Math.max(0, part)));
      if (isOver || now === percent) return;
      const type = percent < 0 ? "display_data" : "update_display_data";
      percent = now;
      const text = say(words("kernel.supplied", { what, percent }));
      const transient = { display_id: `supply ${header.msg_id}` };
      const content = { data: { "text/plain": text }, metadata: {}, transient };
      publisher.publish(type, content, header);
    };
    const stopped = new Promise<"stopped">((resolve) => {
      this.#stop = () => resolve("stopped");
    });
    try {
      show(0);
      const files = await Promise.race([supply.load(show), stopped]);
      if (files === "stopped") return failed("Interrupted", say(words("kernel.interrupted")));
      take(files);
      return undefined;
    } catch (error) {
      const why = (error as Error).message;
      return failed("LoadError", say(words("kernel.supplyFailed", { what, why })));
    } finally {
      isOver = true;
      this.#stop = undefined;
      // What the cell shows begins anew.
      publisher.publish("clear_output", { wait: false }, header);
    }
  }
}

const failed = (ename: string, evalue: string): ErrorContent => ({
  ename,
  evalue,
  traceback: [headline(ename, evalue)],
});
