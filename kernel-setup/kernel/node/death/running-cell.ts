import type { Language } from "../../../../src/text/languages";
import { isOurs } from "../../../jupyter/is-alive";
import type { Message } from "../../../jupyter/messages/message";
import { words } from "../../../text/texts";
import type { Before } from "../../protocol/shell";
import { type Note, NoteKeeper, readNote } from "./note";
import { deathReason, languageOf } from "./reason";

/** Time between looks at the memory while a cell runs, in milliseconds. */
const LOOK_MILLISECONDS = 100;

/** Growth that is worth a new note, in bytes. */
const GROWTH = 1 << 22;

/** What is known of the kernel before this one; nothing when it was ended in good order. */
export function lookBefore(connectionFile: string): Before | undefined {
  const note = readNote(connectionFile);
  if (note === undefined || (note.cell === undefined && note.reason === undefined))
    return undefined;
  if (note.pid !== process.pid && note.pid > 0 && isOurs(note.pid)) return undefined;
  const language = languageOf(note);
  const where =
    note.cell === undefined
      ? ""
      : words("kernel.whileCellRan", { count: note.cell.count })[language];
  return { reason: `${deathReason(note)}${where}`, language, told: note.told === true };
}

/** Notes which cell runs and how much memory the kernel uses, for the case that it dies of it. */
export class RunningCell {
  readonly #keeper: NoteKeeper;
  readonly #language: () => Language;
  #note: Note & { memory: number };
  #timer: NodeJS.Timeout | undefined;
  #died = false;

  /** @param language The one in which cells are spoken to just now. */
  constructor(connectionFile: string, heapLimit: number, language: () => Language) {
    this.#keeper = new NoteKeeper(connectionFile);
    this.#language = language;
    this.#note = { pid: process.pid, memory: 0, heapLimit };
  }

  begin({ header, identities }: Message, count: number): void {
    const base64 = identities.map((identity) => Buffer.from(identity).toString("base64"));
    this.#write({ cell: { count, header, identities: base64 } });
    this.#timer ??= setInterval(() => this.#look(), LOOK_MILLISECONDS);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#died) return;
    // A kernel that is killed while it is idle leaves no litter.
    this.#keeper.remove();
  }

  /** The kernel ends by what a cell did, and the cell was told. */
  died(reason: string): void {
    clearInterval(this.#timer);
    this.#died = true;
    this.#write({ reason, told: true });
  }

  /** The kernel ends in good order: there is nothing to tell. */
  remove(): void {
    clearInterval(this.#timer);
    this.#keeper.remove();
  }

  /** The process has to be killed to end. */
  asked(): void {
    this.#write({ cell: undefined, asked: true });
  }

  #look(): void {
    const memory = process.memoryUsage.rss();
    const hasGrown = Math.abs(memory - this.#note.memory) >= GROWTH;
    if (hasGrown || this.#language() !== this.#note.language) this.#write({ memory });
  }

  #write(change: Partial<Note>): void {
    this.#note = { ...this.#note, language: this.#language(), ...change };
    this.#keeper.write(this.#note);
  }
}
