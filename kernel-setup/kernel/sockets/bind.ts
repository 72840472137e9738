import * as zmq from "zeromq";
import { CHANNELS, type Connection, endpoint } from "../../wire/connection-file";

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

/** How long closing waits for messages under way, in milliseconds. */
const LINGER = 1000;

/** Opens and binds all sockets. Nothing is read before every one is bound. */
export async function bindSockets(connection: Connection): Promise<Sockets> {
  const sockets: Sockets = {
    shell: new zmq.Router({ linger: LINGER }),
    control: new zmq.Router({ linger: LINGER }),
    // Says when it cannot reach the front end, since a cell waits for the answer.
    stdin: new zmq.Router({ linger: LINGER, mandatory: true }),
    // Without noDrop ZeroMQ throws messages away when a reader is slow.
    iopub: new zmq.Publisher({ linger: LINGER, sendHighWaterMark: IOPUB_QUEUE, noDrop: true }),
    // A Router echoes whole messages to whoever sent them, and no bad peer can make it stick.
    hb: new zmq.Router({ linger: 0 }),
  };
  for (const channel of CHANNELS) await sockets[channel].bind(endpoint(connection, channel));
  return sockets;
}

export function closeSockets(sockets: Sockets): void {
  for (const channel of CHANNELS) sockets[channel].close();
}
