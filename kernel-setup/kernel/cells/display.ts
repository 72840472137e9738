import type { Json } from "../../jupyter/messages/message";
import { words } from "../../text/texts";
import type { CurrentCell } from "./current-cell";
import { home, type Output } from "./home";
import { say } from "./language";
import { isMimeBundle, type Result, toMimeBundle, toResult } from "./mime-bundle";
import { runtimeErrorContent } from "./runtime-errors";
import type { SourceLines } from "./source-lines";

interface BundleOptions {
  displayId?: string;
  update?: boolean;
  metadata?: Json;
}

/** What the library hands on besides. */
interface LiveOptions extends BundleOptions {
  /** Makes what stands there when the cell ends before it was replaced. */
  atCellEnd?: () => unknown;
}

interface ValueOptions extends BundleOptions {
  raw?: boolean;
}

/** Something that was shown and can be replaced. */
export class DisplayHandle {
  readonly displayId: string;
  readonly #show: (value: unknown, options: ValueOptions) => Promise<void>;
  #shown: Promise<void> = Promise.resolve();

  constructor(displayId: string, show: (value: unknown, options: ValueOptions) => Promise<void>) {
    this.displayId = displayId;
    this.#show = show;
  }

  /** Whether a value is a handle; asks no Proxy anything. */
  static isHandle(value: unknown): value is DisplayHandle {
    return typeof value === "object" && value !== null && #show in value;
  }

  /** Fulfilled when the latest value is shown. */
  get shown(): Promise<void> {
    return this.#shown;
  }

  update(value: unknown, options: ValueOptions = {}): void {
    this.show(value, { ...options, update: true });
  }

  /** Shows a value under this handle's id. */
  show(value: unknown, options: ValueOptions): this {
    this.#shown = this.#show(value, { ...options, displayId: this.displayId });
    return this;
  }
}

/** Sends what cells show to the front end. */
export class Displays {
  readonly #output: Output;
  readonly #current: CurrentCell;
  readonly #sources: SourceLines;
  /** Values whose own display is still at work, by cell. */
  readonly #pending = new Map<Promise<void>, number>();
  /** What is still growing, by display id. */
  readonly #growing = new Map<string, { cell: number; atCellEnd: () => unknown }>();
  /** Ids must differ from those of an earlier kernel in the same page. */
  readonly #prefix = home().newId().slice(0, 8);
  #count = 0;

  constructor(output: Output, current: CurrentCell, sources: SourceLines) {
    this.#output = output;
    this.#current = current;
    this.#sources = sources;
  }

  /** What cells call `display`: any value, shown in the best way it knows. */
  readonly display = (value: unknown, options: ValueOptions = {}): DisplayHandle => {
    const id = options.displayId ?? this.#newId(options);
    return new DisplayHandle(id, this.#showValue).show(value, options);
  };

  /** Shows a whole MIME bundle. */
  readonly displayBundle = (bundle: unknown, options: LiveOptions = {}): void => {
    const cell = this.#current.id;
    this.#publish(cell, toMimeBundle(bundle), options);
    const { displayId, atCellEnd } = options;
    if (displayId === undefined) return;
    if (typeof atCellEnd === "function") this.#growing.set(displayId, { cell, atCellEnd });
    else this.#growing.delete(displayId);
  };

  /** Gives what a cell left growing the state that stays; a loop that failed or was cut off could not. */
  leave(cell: number): void {
    for (const [displayId, { cell: owner, atCellEnd }] of [...this.#growing]) {
      if (owner !== cell) continue;
      this.#growing.delete(displayId);
      try {
        this.#publish(cell, toMimeBundle(atCellEnd()), { displayId, update: true });
      } catch (thrown) {
        this.#explain(cell, say(words("kernel.growthFailed")), thrown);
      }
    }
  }

  /** What cells call `clearOutput`. */
  readonly clearOutput = (wait = false): void => {
    const content = { wait: wait === true };
    this.#output.message(this.#current.id, { type: "publish", msgType: "clear_output", content });
  };

  /** Resolves when nothing that a cell shows is still on its way. */
  async settled(cell: number): Promise<void> {
    for (const [shown, owner] of this.#pending) if (owner === cell) await shown;
  }

  /** Says on stderr that a value's own display failed. */
  explain(cell: number, { failure }: Result): void {
    if (failure === undefined) return;
    const text = say(words("kernel.displayFailed"));
    this.#explain(cell, text, failure.thrown);
  }

  #explain(cell: number, text: string, thrown: unknown): void {
    const { ename, evalue } = runtimeErrorContent(thrown, this.#sources);
    this.#output.stderr(cell, `${text} ${ename}: ${evalue}\n`);
  }

  readonly #showValue = (value: unknown, options: ValueOptions): Promise<void> => {
    const cell = this.#current.id;
    if (options.raw === true || isMimeBundle(value)) {
      this.displayBundle(value, options);
      return Promise.resolve();
    }
    const publish = (result: Result) => {
      this.explain(cell, result);
      this.#publish(cell, result.data, options);
    };
    const result = toResult(value);
    if (!(result instanceof Promise)) {
      publish(result);
      return Promise.resolve();
    }
    const shown = result.then(publish);
    this.#pending.set(shown, cell);
    return shown.finally(() => this.#pending.delete(shown));
  };

  #newId({ update }: BundleOptions): string {
    if (update === true) {
      throw new TypeError("display: expected a displayId with update, but got none");
    }
    this.#count++;
    return `${this.#prefix}-${this.#count}`;
  }

  #publish(cell: number, data: Json, options: BundleOptions): void {
    const { displayId, update = false, metadata = {} } = options;
    if (update && displayId === undefined) {
      throw new TypeError("display: expected a displayId with update, but got none");
    }
    if (displayId !== undefined && typeof displayId !== "string") {
      throw new TypeError(`display: expected a string as displayId, but got ${typeof displayId}`);
    }
    const content = {
      data,
      metadata,
      transient: displayId === undefined ? {} : { display_id: displayId },
    };
    const msgType = update ? "update_display_data" : "display_data";
    this.#output.message(cell, { type: "publish", msgType, content });
  }
}
