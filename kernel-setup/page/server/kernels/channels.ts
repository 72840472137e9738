import { utf8 } from "../bytes";
import type { Line } from "../home";
import { decodeFrame, encodeFrame, type Framed, FrameError } from "./frames";
import type { FrontEnd, RunningKernel } from "./running-kernel";

/** What a page may leave unread, in bytes, before its connection is cut. */
const MOST_UNREAD = 256 * 1024 * 1024;
/** How long, and how many, messages are kept for a page whose connection broke. */
const KEPT_MS = 60_000;
const MOST_KEPT = 20_000;

/** Close codes (RFC 6455): the page went away, or it closed the connection itself. */
const ON_PURPOSE = [1000, 1001, 1005];
const CLOSE = { notAMessage: 1007, tooSlow: 1013 };

/** The longest reason that a close may carry, in bytes (RFC 6455). */
const MOST_REASON = 123;

/** As much of a text as takes so many bytes; half a letter is left out. */
const inBytes = (text: string, most: number) =>
  new TextDecoder().decode(utf8(text).subarray(0, most), { stream: true });

/** Messages that wait for a page whose connection broke, by its session. */
const waiting = new WeakMap<RunningKernel, Map<string, Waiting>>();

interface Waiting {
  messages: Framed[];
  end: () => void;
}

/** Connects a page's line with a kernel, until one of them closes. */
export function connect(line: Line, kernel: RunningKernel, session: string): void {
  const frontEnd: FrontEnd = {
    session,
    send(framed) {
      if (!line.isOpen) return;
      if (line.unread > MOST_UNREAD) {
        line.close(CLOSE.tooSlow, "The page does not read what the kernel sends.");
        return;
      }
      line.send(encodeFrame(framed, line.protocol));
    },
    ended() {},
  };
  const kept = waiting.get(kernel)?.get(session);
  kept?.end();
  kernel.attach(frontEnd);
  for (const framed of kept?.messages ?? []) frontEnd.send(framed);

  line.onMessage((data, isBinary) => {
    try {
      void kernel.take(session, decodeFrame(data, isBinary, line.protocol));
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      line.close(CLOSE.notAMessage, inBytes(error.message, MOST_REASON));
    }
  });
  line.onClose((code) => {
    kernel.detach(frontEnd);
    if (!ON_PURPOSE.includes(code) && code !== CLOSE.notAMessage) keepFor(kernel, session);
  });
}

/** Keeps what the kernel sends for a page that may come back: a laptop that was asleep, say. */
function keepFor(kernel: RunningKernel, session: string): void {
  const messages: Framed[] = [];
  const frontEnd: FrontEnd = {
    session,
    send(framed) {
      if (messages.push(framed) > MOST_KEPT) end();
    },
    // The timer would hold a server that ends.
    ended: () => end(),
  };
  const timer = setTimeout(() => end(), KEPT_MS);
  const all = waiting.get(kernel) ?? new Map<string, Waiting>();
  const end = () => {
    clearTimeout(timer);
    kernel.detach(frontEnd);
    all.delete(session);
  };
  waiting.set(kernel, all);
  all.get(session)?.end();
  all.set(session, { messages, end });
  kernel.attach(frontEnd);
}
