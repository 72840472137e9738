import type { CurrentCell } from "../cells/current-cell";
import { KIND, type RingWriter } from "./bridge/ring";

/**
 * Sends what cells print to the front end. Also says that the streams are no terminals, since
 * outputs are kept in files: no colours.
 */
export function captureStreams(ring: RingWriter, current: CurrentCell): void {
  process.env.NO_COLOR = "1";
  delete process.env.FORCE_COLOR;
  capture(process.stdout, (chunk) => write(KIND.stdout, chunk));
  capture(process.stderr, (chunk) => write(KIND.stderr, chunk));

  function write(kind: typeof KIND.stdout | typeof KIND.stderr, chunk: string | Uint8Array): void {
    if (typeof chunk === "string") ring.text(kind, current.id, chunk);
    else ring.bytes(kind, current.id, chunk);
  }
}

let waiting: (() => void)[] = [];

/**
 * Calls back after the present code. One tick serves a thousand callbacks, since a loop may print a
 * million lines; and an interrupt that swallows a tick delays only those.
 */
function callLater(callback: () => void): void {
  if (waiting.push(callback) % 1024 !== 1) return;
  process.nextTick(() => {
    const callbacks = waiting;
    waiting = [];
    for (const call of callbacks) call();
  });
}

function capture(stream: NodeJS.WriteStream, write: (chunk: string | Uint8Array) => void): void {
  stream.isTTY = false;
  stream.write = (chunk: unknown, encoding?: unknown, callback?: unknown): boolean => {
    if (chunk instanceof Uint8Array) {
      write(chunk);
    } else if (typeof chunk === "string") {
      const other = typeof encoding === "string" && !/^utf-?8$/i.test(encoding);
      write(other ? Buffer.from(chunk, encoding as BufferEncoding) : chunk);
    } else {
      throw new TypeError(
        `process.stdout.write: expected a string or Uint8Array, but got ${typeof chunk}`,
      );
    }
    const done = typeof encoding === "function" ? encoding : callback;
    if (typeof done === "function") callLater(done as () => void);
    return true;
  };
}
