import { LANGUAGES, type Language } from "../../../../src/text/languages";

/** The memory that both threads see: a few flags, and the ring that carries output. */
export interface SharedMemory {
  flags: SharedArrayBuffer;
  ring: SharedArrayBuffer;
}

/** Places of the flags, as indexes of an Int32Array. */
export const FLAG = {
  /** Where the next record will be written. */
  write: 0,
  /** Where the next record will be read. */
  read: 1,
  /** How soon the reader was asked to look: 0 not at all, 1 soon, 2 now. */
  wake: 2,
  /** What the cell thread is doing, one of PHASE. */
  phase: 3,
  /** 1 while an interrupt waits to be noticed by the cell thread. */
  interrupt: 4,
  /** 1 when all was sent and the sockets are closed. */
  closed: 5,
  /** 1 when an answer to the cell thread's question lies in its port. */
  input: 6,
  /** The language in which cells are spoken to, as its place in the list of languages. */
  language: 7,
} as const;

/** The language in which cells are spoken to. */
export const languageIn = ({ flags }: SharedMemory): Language =>
  LANGUAGES[Atomics.load(new Int32Array(flags), FLAG.language)];

const FLAG_COUNT = Object.keys(FLAG).length;

/** Size of the ring. A cell that prints faster than the front end reads waits when it is full. */
const RING_BYTES = 1 << 20;

/** Makes the memory that both threads see; `ringBytes` for output on its way. */
export function createSharedMemory(ringBytes = RING_BYTES): SharedMemory {
  return {
    flags: new SharedArrayBuffer(FLAG_COUNT * Int32Array.BYTES_PER_ELEMENT),
    ring: new SharedArrayBuffer(ringBytes),
  };
}
