import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { InterruptedError } from "../cells/error-content";
import type { AskReader } from "../cells/input";
import type { InputAnswer } from "../cells/messages";
import type { RingWriter } from "./bridge/ring";
import { FLAG, type SharedMemory } from "./bridge/shared-memory";

/** Time between looks while the reader types, in milliseconds; an answer or interrupt wakes at once. */
const LOOK_MILLISECONDS = 500;

interface Options {
  memory: SharedMemory;
  ring: RingWriter;
  /** Brings the reader's answers. */
  answers: MessagePort;
}

/** Asks through the other thread, for which this one waits. */
export function askReader({ memory, ring, answers }: Options): AskReader {
  const flags = new Int32Array(memory.flags);
  let count = 0;

  function heedInterrupt(): void {
    if (Atomics.load(flags, FLAG.interrupt) === 1) throw new InterruptedError();
  }

  function wait(question: number): InputAnswer {
    for (;;) {
      heedInterrupt();
      const received = receiveMessageOnPort(answers);
      if (received === undefined) {
        Atomics.wait(flags, FLAG.input, 0, LOOK_MILLISECONDS);
      } else {
        // An answer to a question that was interrupted may come late.
        const answer = received.message as InputAnswer;
        if (answer.question === question) return answer;
        Atomics.store(flags, FLAG.input, 0);
      }
    }
  }

  return (cell, { prompt, password }) => {
    // A cell that catches the interrupt and asks again must not flood the front end.
    heedInterrupt();
    const question = ++count;
    Atomics.store(flags, FLAG.input, 0);
    ring.message(cell, { type: "input", question, prompt, password });
    return wait(question);
  };
}
