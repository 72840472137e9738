/** As far as it is used here: one end of a channel between two threads of a page. */
export interface Port {
  postMessage(message: unknown, transfer?: readonly object[]): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  close(): void;
}

/** A channel that all threads of a site hear which open it by its name. */
export interface Broadcast {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  close(): void;
}

/** A request to the host, as far as it is one that is waited for. */
export interface Request {
  open(method: string, address: string, isAsync: false): void;
  send(): void;
  readonly status: number;
  readonly responseText: string;
}

/** A worker as the page sees it. */
export interface PageWorker {
  postMessage(message: unknown, transfer?: readonly object[]): void;
  terminate(): void;
  addEventListener(
    type: "error" | "messageerror",
    listener: (event: { message?: string; preventDefault(): void }) => void,
  ): void;
}

/** What a lock's holder promises to go on with. */
type Held = Promise<unknown>;

/** Names that only one holder has at a time, and loses when its thread ends. */
export interface Locks {
  request(name: string, work: () => Held): Promise<unknown>;
}

/**
 * What a page and its workers have and the language itself has not. Declared here, as far as it is used:
 * the kernel is compiled without the declarations of a page.
 */
interface Platform {
  BroadcastChannel: new (name: string) => Broadcast;
  XMLHttpRequest: new () => Request;
  MessageChannel: new () => { port1: Port; port2: Port };
  Worker: new (address: string, options?: { name?: string }) => PageWorker;
  navigator?: { locks?: Locks };
  addEventListener(type: string, listener: (event: never) => void): void;
  close(): void;
}

/** The page, or the worker, that this runs in. */
export const platform = globalThis as unknown as Platform;

// Kept before cells could put others in their place.
const { MessageChannel: Channel } = platform;
const timer = globalThis.setTimeout as unknown as (work: () => void, after: number) => number;
const noTimer = globalThis.clearTimeout as unknown as (timer: number) => void;

/** Calls back after so many milliseconds. @returns what takes that back */
export function after(milliseconds: number, work: () => void): () => void {
  const id = timer(work, milliseconds);
  return () => noTimer(id);
}

/** The time in whole milliseconds: the other clock of browsers takes four times as long to look at. */
export const now: () => number = Date.now;

/** Calls back behind what runs, before anything else has its turn. */
export const microtask: (work: () => void) => void = globalThis.queueMicrotask;

let hops: (() => void)[] = [];
let hop: Port | undefined;

/** Calls back in another turn of the event loop; without the pause that a page gives its timers. */
export function soon(work: () => void): void {
  if (hop === undefined) {
    const { port1, port2 } = new Channel();
    port1.onmessage = () => {
      const [next, ...rest] = hops;
      hops = rest;
      next();
    };
    hop = port2;
  }
  hops.push(work);
  hop.postMessage(0);
}

/**
 * Calls back once everything that is due now has run, rejections that nobody handles included: a page tells
 * of those in a turn of its own, which it begins to plan when the present one ends.
 */
export function later(work: () => void): void {
  soon(() => soon(work));
}
