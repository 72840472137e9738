import { join } from "node:path";
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import { say } from "../text/language";
import { words } from "../text/texts";
import type { Figure } from "./figure";
import { HEIGHT, HOUSE_STYLE, UNTITLED_TOP, WIDTH } from "./house-style";
import type { PictureReply, PictureRequest } from "./picture-worker";

const LONGEST_MS = 60_000;

interface Studio {
  worker: Worker;
  port: MessagePort;
  /** Counts the replies; whoever waits for one sleeps on it. */
  signal: Int32Array;
}

let studio: Studio | undefined;
let requests = 0;

/** The figure in the house's style; what it sets itself stays. */
export function styledFigure({ data, layout }: Figure): Figure {
  const margin = layout?.title ? {} : { margin: { t: UNTITLED_TOP } };
  const size = { width: WIDTH, height: HEIGHT };
  return { data, layout: { template: HOUSE_STYLE, ...size, ...margin, ...layout } };
}

/**
 * Draws a figure of plain values as SVG: in a thread of its own, which is started at the first
 * chart, while the caller waits, so that what a cell shows keeps its order.
 *
 * @throws when the figure cannot be drawn: the message says why
 */
export function drawFigure(figure: Figure): { svg: string; width: number; height: number } {
  studio ??= openStudio();
  const { port, signal } = studio;
  const request: PictureRequest = { id: ++requests, figure, styled: styledFigure(figure) };
  const deadline = Date.now() + LONGEST_MS;
  let seen = Atomics.load(signal, 0);
  port.postMessage(request);
  for (;;) {
    const left = deadline - Date.now();
    if (left <= 0) return giveUp();
    Atomics.wait(signal, 0, seen, left);
    seen = Atomics.load(signal, 0);
    const reply = receiveReply(port, request.id);
    if (reply === undefined) continue;
    const { svg, width, height, error } = reply;
    if (svg === undefined || width === undefined || height === undefined) {
      throw new Error(error && say(error));
    }
    return { svg, width, height };
  }
}

/** The reply to one request; replies to requests whose caller was interrupted are dropped. */
function receiveReply(port: MessagePort, id: number): PictureReply | undefined {
  for (;;) {
    const received = receiveMessageOnPort(port) as { message: PictureReply } | undefined;
    if (received === undefined || received.message.id === id) return received?.message;
  }
}

function openStudio(): Studio {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(join(__dirname, "picture-worker.js"), {
    workerData: { signal, port: port2 },
    transferList: [port2],
    execArgv: [],
  });
  worker.unref(); // it must not keep a process alive
  worker.on("error", () => {
    studio = undefined; // the next chart starts another one
  });
  return { worker, port: port1, signal };
}

function giveUp(): never {
  void studio?.worker.terminate();
  studio = undefined;
  throw new Error(say(words("figures.late", { seconds: LONGEST_MS / 1000 })));
}
