import type { MessagePort } from "node:worker_threads";
import type { InputAnswer } from "../../cells/messages";
import { FLAG, type SharedMemory } from "../bridge/shared-memory";

/** Brings the reader's answers to the cell thread, which waits for them: into the port, and wakes it. */
export function readerAnswers(
  memory: SharedMemory,
  answers: MessagePort,
): (answer: InputAnswer) => void {
  const flags = new Int32Array(memory.flags);
  return (answer) => {
    answers.postMessage(answer);
    Atomics.store(flags, FLAG.input, 1);
    Atomics.notify(flags, FLAG.input);
  };
}
