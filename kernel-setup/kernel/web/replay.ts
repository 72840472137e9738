import type { Json } from "../../jupyter/messages/message";
import type { Answer, CellRequest, FromCells } from "../cells/messages";
import type { Item } from "./messages";
import { after } from "./platform";
import type { WorkerThread } from "./worker-thread";

/** A cell may take so many times as long as it did, and between so many milliseconds. */
const [CELL_SHARE, CELL_LEAST, CELL_MOST] = [3, 3000, 10_000];

/** How long all cells may take together, in milliseconds. */
export const ALL_MILLISECONDS = 20_000;

/** How long a cell may take to stop, in milliseconds. */
const STOP_MILLISECONDS = 1500;

/** A cell that was run, with all that it takes to run it again. */
export interface RanCell {
  request: CellRequest;
  /** What the reader has answered it, in order. */
  answers: Answer[];
  milliseconds: number;
  /** Whether it came to its end. One that failed may have left something, too, which is not run again. */
  isWhole: boolean;
}

/** Remembers the cells that a worker has run. */
export class RanCells {
  #cells: RanCell[] = [];
  #running: (RanCell & { from: number }) | undefined;

  /** All that have left something. */
  get all(): readonly RanCell[] {
    return this.#cells;
  }

  /** A request goes to the cells. */
  begin(request: CellRequest): void {
    if (request.msgType !== "execute_request") return;
    const from = performance.now();
    this.#running = { request, answers: [], milliseconds: 0, isWhole: false, from };
  }

  /** The reader has answered the running cell. */
  answer(answer: Answer): void {
    this.#running?.answers.push(answer);
  }

  /** A request was answered. */
  end(cell: number, { status, ename }: Json): void {
    const running = this.#running;
    if (running === undefined || running.request.cell !== cell) return;
    this.#running = undefined;
    // What was refused has never begun.
    if (ename === "TypeScriptError" || ename === "SyntaxError") return;
    const { request, answers, from } = running;
    const milliseconds = performance.now() - from;
    this.#cells.push({ request, answers, milliseconds, isWhole: status === "ok" });
  }

  /** The running cell is given up. */
  abandon(): void {
    this.#running = undefined;
  }

  /** Forgets the cells that nothing is left of. */
  keep(cells: readonly RanCell[]): void {
    this.#cells = [...cells];
  }
}

interface Options {
  thread: WorkerThread;
  /** Those that are run again, in order. */
  cells: readonly RanCell[];
  /** What was used of the time for all cells by now, in milliseconds. */
  used: number;
  /** Gets what a cell asks for before it runs. */
  prepare(request: CellRequest): Promise<boolean>;
}

/** What came of it. */
export interface Replayed {
  again: RanCell[];
  /** A cell that could not be stopped: the worker is of no use any more. */
  stuck: RanCell | undefined;
  milliseconds: number;
}

/** Runs cells again in another worker, in order; nobody sees what they show. */
export class Replay {
  readonly #options: Options;
  readonly #cells: ReadonlySet<number>;
  #current: { ran: RanCell; questions: number; end(reply: Json): void } | undefined;
  #isStopped = false;
  #stopCell = () => {};

  constructor(options: Options) {
    this.#options = options;
    this.#cells = new Set(options.cells.map(({ request }) => request.cell));
  }

  /** Leaves out what was not run yet. */
  stop(): void {
    this.#isStopped = true;
    this.#stopCell();
  }

  /** Takes what comes of the cells that are run again. @returns whether it was of them */
  take([kind, cell, text]: Item): boolean {
    if (!this.#cells.has(cell)) return false;
    if (kind !== "message" || this.#current?.ran.request.cell !== cell) return true;
    const message = JSON.parse(text) as FromCells;
    if (message.type === "done") this.#current.end(message.content);
    else if (message.type === "exit") return false;
    else if (message.type === "input") {
      const answer = this.#current.ran.answers[this.#current.questions++];
      this.#options.thread.signals.answer({
        question: message.question,
        ...(answer ?? { refusal: "" }),
      });
    }
    return true;
  }

  async run(): Promise<Replayed> {
    const from = performance.now();
    const { cells, used, prepare } = this.#options;
    const passed = () => performance.now() - from;
    const again: RanCell[] = [];
    let stuck: RanCell | undefined;
    for (const ran of cells) {
      const left = ALL_MILLISECONDS - used - passed();
      if (this.#isStopped || stuck !== undefined || left <= 0) break;
      if (!(await prepare(ran.request))) continue;
      const reply = await this.#runOne(ran, Math.min(left, limitOf(ran)));
      if (reply === undefined) stuck = ran;
      else if (reply.status === "ok") again.push(ran);
    }
    return { again, stuck, milliseconds: passed() };
  }

  /** Runs a cell for so long. @returns its reply, unless it could not even be stopped */
  async #runOne(ran: RanCell, limit: number): Promise<Json | undefined> {
    const { thread } = this.#options;
    const { request } = ran;
    const content = {
      ...request.content,
      silent: true,
      store_history: false,
      user_expressions: {},
    };
    const ended = new Promise<Json>((end) => {
      this.#current = { ran, questions: 0, end };
    });
    thread.post({ ...request, content });
    const limited = new Promise<undefined>((resolve) => {
      const takeBack = after(limit, () => resolve(undefined));
      this.#stopCell = () => {
        takeBack();
        resolve(undefined);
      };
    });
    const reply = await Promise.race([ended, limited]);
    if (reply !== undefined) return reply;
    thread.post({ type: "interrupt", interrupts: thread.signals.interrupt() });
    const late = new Promise<undefined>((resolve) => {
      after(STOP_MILLISECONDS, () => resolve(undefined));
    });
    return Promise.race([ended, late]);
  }
}

function limitOf({ milliseconds }: RanCell): number {
  return Math.min(Math.max(CELL_SHARE * milliseconds, CELL_LEAST), CELL_MOST);
}

/**
 * Numbers of cells as front ends show them.
 *
 * @example
 * numbersOf([1, 2, 3, 5]); // "[1]–[3], [5]"
 */
export function numbersOf(counts: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const count of [...new Set(counts)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === count - 1) last[1] = count;
    else ranges.push([count, count]);
  }
  const texts = ranges.flatMap(([from, to]) => {
    if (to - from > 1) return [`[${from}]–[${to}]`];
    return from === to ? [`[${from}]`] : [`[${from}]`, `[${to}]`];
  });
  return texts.join(", ");
}
