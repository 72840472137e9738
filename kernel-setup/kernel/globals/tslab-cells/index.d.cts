// What the kernel gives every cell without an import. Cells are checked against this file as it
// stands; its ending keeps these names out of the project's own programs.

declare namespace TypeScriptKernel {
  /** One output in several forms: MIME types as keys; bytes may be given as a Uint8Array. */
  type MimeBundle = Record<string, unknown>;

  interface DisplayOptions {
    /** A name under which a later call can replace what this one shows. */
    displayId?: string;
    /** Replaces what stands under `displayId` instead of adding something. */
    update?: boolean;
    metadata?: Record<string, unknown>;
    /** Takes the value as a MIME bundle whatever its keys look like. */
    raw?: boolean;
  }

  /** Something that was shown and can be replaced. */
  interface DisplayHandle {
    readonly displayId: string;
    /** Fulfilled when the latest value is shown; only values with an async display take time. */
    readonly shown: Promise<void>;
    /** Shows another value in the same place. */
    update(value: unknown, options?: { metadata?: Record<string, unknown>; raw?: boolean }): void;
  }

  interface PromptOptions {
    /** What an empty answer stands for. */
    defaultValue?: string;
    /** Shows no letter of what is typed. */
    password?: boolean;
  }

  interface CommMessageOptions {
    metadata?: Record<string, unknown>;
    /** Bytes that travel beside the data as they are. */
    buffers?: (ArrayBuffer | ArrayBufferView)[];
  }

  interface CommMessage {
    data: Record<string, unknown>;
    metadata: Record<string, unknown>;
    buffers: Uint8Array[];
  }

  /** A line between cells and a piece of the page, open until one side closes it. */
  interface Comm {
    readonly id: string;
    readonly target: string;
    readonly isOpen: boolean;
    /** @throws Error when the comm is closed. */
    send(data?: Record<string, unknown>, options?: CommMessageOptions): void;
    /** Calls the handler with every message of the page; it replaces an earlier handler. */
    onMessage(handler: (message: CommMessage) => unknown): void;
    /** Calls the handler when the page closes the comm; it replaces an earlier handler. */
    onClose(handler: (message: CommMessage) => unknown): void;
    /** Tells the page that the comm is closed; does nothing the second time. */
    close(data?: Record<string, unknown>, options?: CommMessageOptions): void;
  }

  interface Comms {
    /** Calls the handler when the page opens a comm to this target; it replaces an earlier one. */
    register(target: string, onOpen: (comm: Comm, message: CommMessage) => unknown): void;
    unregister(target: string): void;
    /** Opens a comm to a target that the page knows. */
    open(target: string, data?: Record<string, unknown>, options?: CommMessageOptions): Comm;
  }
}

/**
 * Shows a value below the cell: a MIME bundle, an object with a method `Symbol.for("Jupyter.display")`
 * (sync or async), or the text of anything else.
 *
 * @returns What replaces the shown value later.
 * @throws TypeError when a MIME bundle holds what JSON cannot carry, or `update` comes without `displayId`.
 * @example
 * display({ "text/html": "<b>bold</b>", "text/plain": "bold" });
 * @example
 * const place = display("0 %");
 * place.update("100 %");
 */
declare function display(
  value: unknown,
  options?: TypeScriptKernel.DisplayOptions,
): TypeScriptKernel.DisplayHandle;

/**
 * Removes what the cell has shown so far.
 *
 * @param wait - Removes it only when the next output comes, so that nothing flickers.
 */
declare function clearOutput(wait?: boolean): void;

/**
 * Asks the reader of the notebook for a line, and waits for it. Interrupting the cell ends the wait.
 *
 * @param message - What stands before the field.
 * @param options - What an empty answer stands for, or more.
 * @throws Error when the front end cannot ask, or the cell has already ended.
 * @example
 * const name = prompt("Your name? ");
 */
declare function prompt(
  message?: string,
  options?: string | TypeScriptKernel.PromptOptions,
): string;

/** Lines between cells and the page, for widgets and the like (Jupyter calls them comms). */
declare const comms: TypeScriptKernel.Comms;
