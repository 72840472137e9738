import { randomUUID } from "node:crypto";
import { inspect, types } from "node:util";
import { LANGUAGES } from "../../../src/text/languages";
import type { Home, Output, Phase, Signals } from "../cells/home";
import { KIND, type RingWriter } from "./bridge/ring";
import { FLAG, type SharedMemory } from "./bridge/shared-memory";
import { withPackageNames, withShortPath } from "./short-paths";
import { nativeSetImmediate, nativeSetTimeout } from "./timers";
import { messageForms, translations } from "./typescript-messages";

/** Code around cells; tslab's package is what they call to show things. */
const MACHINERY =
  /[\\/]node_modules[\\/]tslab[\\/]|[\\/]kernel-setup[\\/]kernel[\\/]|\(node:|at node:/;

/** What cells ask for, on Node. */
export const nodeHome: Home = {
  inspect: (value, depth) => inspect(value, { depth }),
  isProxy: types.isProxy,
  isMap: types.isMap,
  isSet: types.isSet,
  isNativeError: types.isNativeError,
  base64: ({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength).toString("base64"),
  newId: randomUUID,
  frames: (stack) => stack.split("\n").filter((line) => /^\s+at /.test(line)),
  isMachinery: (frame) => MACHINERY.test(frame),
  withShortPath,
  withPackageNames: (message, code) => withPackageNames(message, code),
  later: (callback) => {
    nativeSetImmediate(callback);
  },
  after(milliseconds, callback) {
    const timer = nativeSetTimeout(callback, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  messageForms,
  translations,
};

/** Sends what cells show through the ring. */
export function outputInto(ring: RingWriter): Output {
  return {
    message: (cell, message) => ring.message(cell, message),
    stderr: (cell, text) => ring.text(KIND.stderr, cell, text),
    recover: () => ring.recover(),
  };
}

/** Signals as flags in memory that both threads see. */
export function signalsIn(memory: SharedMemory): Signals {
  const flags = new Int32Array(memory.flags);
  return {
    enter: (phase) => Atomics.exchange(flags, FLAG.phase, phase) as Phase,
    get isInterrupted() {
      return Atomics.load(flags, FLAG.interrupt) === 1;
    },
    calm: () => {
      Atomics.store(flags, FLAG.interrupt, 0);
    },
    speak: (language) => {
      Atomics.store(flags, FLAG.language, LANGUAGES.indexOf(language));
    },
  };
}
