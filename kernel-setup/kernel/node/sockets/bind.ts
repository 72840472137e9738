import { setTimeout as sleep } from "node:timers/promises";
import * as zmq from "zeromq";
import { CHANNELS, type Connection, endpoint } from "../../../jupyter/messages/connection-file";

/** The five sockets of a kernel. */
export interface Sockets {
  shell: zmq.Router;
  control: zmq.Router;
  stdin: zmq.Router;
  iopub: zmq.Publisher;
  hb: zmq.Router;
}

/** Messages that wait for one slow reader of iopub before the kernel waits for it. */
const IOPUB_QUEUE = 256;

/** Largest frame that is taken in, in bytes; a peer that sends a larger one is cut off. */
const MOST_FRAME_BYTES = 1 << 28;

/** How long a port may still be held by the kernel before this one, in milliseconds. */
const BIND_MILLISECONDS = 1500;

/** How long closing waits for messages under way, in milliseconds. */
const LINGER = 1000;

/** Opens and binds all sockets. Nothing is read before every one is bound. */
export async function bindSockets(connection: Connection): Promise<Sockets> {
  const inward = { linger: LINGER, maxMessageSize: MOST_FRAME_BYTES };
  const sockets: Sockets = {
    shell: new zmq.Router(inward),
    control: new zmq.Router(inward),
    // Says when it cannot reach the front end, since a cell waits for the answer.
    stdin: new zmq.Router({ ...inward, mandatory: true }),
    // Without noDrop ZeroMQ throws messages away when a reader is slow.
    iopub: new zmq.Publisher({ linger: LINGER, sendHighWaterMark: IOPUB_QUEUE, noDrop: true }),
    // A Router echoes whole messages to whoever sent them, and no bad peer can make it stick.
    hb: new zmq.Router({ linger: 0, maxMessageSize: MOST_FRAME_BYTES }),
  };
  const end = Date.now() + BIND_MILLISECONDS;
  try {
    for (const channel of CHANNELS) {
      await bind(sockets[channel], endpoint(connection, channel), end);
    }
  } catch (error) {
    closeSockets(sockets);
    throw error;
  }
  return sockets;
}

/** A restarted kernel gets the ports of the one before, which may not have ended yet. */
async function bind(socket: Sockets[keyof Sockets], address: string, end: number): Promise<void> {
  for (;;) {
    try {
      return await socket.bind(address);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code !== "EADDRINUSE" || Date.now() >= end) throw error;
      await sleep(50);
    }
  }
}

/** Closes all five. */
export function closeSockets(sockets: Sockets): void {
  for (const channel of CHANNELS) sockets[channel].close();
}
