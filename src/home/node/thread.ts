import { join } from "node:path";
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
  workerData,
} from "node:worker_threads";
import type { Asked } from "../home";

interface Question {
  id: number;
  question: unknown;
}

interface Answer {
  id: number;
  answer: unknown;
}

interface Ends {
  /** Counts the answers; whoever waits for one sleeps on it. */
  signal: Int32Array;
  port: MessagePort;
}

/** Starts a thread with a part of the library. It keeps no process alive. */
export function openThread(part: string, lost: () => void): Asked {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  const worker = new Worker(join(__dirname, "..", "..", `${part}.js`), {
    workerData: { signal, port: port2 } satisfies Ends,
    transferList: [port2],
    execArgv: [],
  });
  worker.unref();
  worker.on("error", lost);
  let asked = 0;
  /** The answer to one question; answers to questions whose asker was interrupted are dropped. */
  const receive = (id: number): Answer | undefined => {
    for (;;) {
      const received = receiveMessageOnPort(port) as { message: Answer } | undefined;
      if (received === undefined || received.message.id === id) return received?.message;
    }
  };
  return {
    ask(question, longest) {
      const id = ++asked;
      const deadline = Date.now() + longest;
      let seen = Atomics.load(signal, 0);
      port.postMessage({ id, question } satisfies Question);
      for (;;) {
        const left = deadline - Date.now();
        if (left <= 0) {
          void worker.terminate();
          return undefined;
        }
        Atomics.wait(signal, 0, seen, left);
        seen = Atomics.load(signal, 0);
        const received = receive(id);
        if (received !== undefined) return received.answer;
      }
    },
  };
}

/** In a thread: answers what it is asked. */
export function serve(answer: (question: unknown) => Promise<unknown>): void {
  const { signal, port } = workerData as Ends;
  port.on("message", async ({ id, question }: Question) => {
    port.postMessage({ id, answer: await answer(question) } satisfies Answer);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
}
