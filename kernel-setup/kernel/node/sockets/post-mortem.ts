import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import * as zmq from "zeromq";
import { isOurs } from "../../../jupyter/is-alive";
import {
  type Connection,
  endpoint,
  readConnectionFile,
} from "../../../jupyter/messages/connection-file";
import type { Json, Message } from "../../../jupyter/messages/message";
import { encode } from "../../../jupyter/messages/wire";
import { deathContent } from "../../protocol/death-content";
import { Publisher, Replier } from "../../protocol/publisher";
import { removeConnectionFolder } from "../death/connection-folder";
import { type Note, NoteKeeper, readNote } from "../death/note";
import { deathReason, languageOf, signalOf } from "../death/reason";
import { Outbox } from "./outbox";

/** How long the front ends may take to connect again, in milliseconds. They try each 100 ms. */
const CONNECT_MILLISECONDS = 1500;

/** Given to further front ends after the first, in milliseconds. */
const OTHERS_MILLISECONDS = 150;

/** Sends as soon as the peer that a message is for has connected. */
async function sendWhenConnected(socket: zmq.Router, frames: Uint8Array[]): Promise<void> {
  const end = Date.now() + CONNECT_MILLISECONDS;
  for (;;) {
    try {
      return await socket.send(frames);
    } catch (error) {
      if (Date.now() >= end) throw error;
      await sleep(20);
    }
  }
}

/** Tells the cell that ran, in the kernel's place and on its sockets, that it has ended. */
async function tellCell(
  connection: Connection,
  { count, header, identities }: NonNullable<Note["cell"]>,
  content: Json,
): Promise<void> {
  const shell = new zmq.Router({ linger: 500, mandatory: true });
  const iopub = new zmq.XPublisher({ linger: 500, receiveTimeout: CONNECT_MILLISECONDS });
  try {
    await Promise.all([
      shell.bind(endpoint(connection, "shell")),
      iopub.bind(endpoint(connection, "iopub")),
    ]);
    // What comes on this socket is a front end's wish to hear.
    await iopub.receive();
    await sleep(OTHERS_MILLISECONDS);
    const session = randomUUID();
    const outboxes = {
      iopub: new Outbox(iopub),
      shell: new Outbox({ send: (frames) => sendWhenConnected(shell, frames) }),
    };
    const through = (outbox: Outbox) => (message: Message) =>
      outbox.send(encode(message, connection.key));
    const publisher = new Publisher(through(outboxes.iopub), session);
    const request: Message = {
      identities: identities.map((text) => Buffer.from(text, "base64")),
      header,
      parent_header: {},
      metadata: {},
      content: {},
      buffers: [],
    };
    publisher.publish("error", content, header);
    new Replier(through(outboxes.shell), session).reply(request, {
      status: "error",
      execution_count: count,
      ...content,
    });
    publisher.status("idle", header);
    await Promise.all([outboxes.iopub.sent(), outboxes.shell.sent()]);
  } finally {
    shell.close();
    iopub.close();
  }
}

/**
 * Says why the kernel of a connection file has ended: to the cell that ran, on stderr, and to the
 * next kernel. Then ends with the same exit code.
 *
 * @param connectionFolder - The folder that was made for the connection file alone, if one was.
 */
export async function postMortem(
  connectionFile: string,
  code: number,
  connectionFolder?: string,
): Promise<void> {
  // Who has started the kernel may have been killed with it, and be found gone only now.
  process.on("exit", () => {
    if (!isOurs(Number(process.env.JPY_PARENT_PID)))
      removeConnectionFolder(connectionFile, connectionFolder);
  });
  const note = readNote(connectionFile);
  const reason = deathReason(note, code);
  // A kernel that could not start has said so itself.
  if (note === undefined && signalOf(code) === undefined) process.exit(code);
  if (note?.asked) {
    new NoteKeeper(connectionFile).remove();
    process.exit(code);
  }
  writeSync(2, `${reason}\n`);
  if (note?.told !== true) {
    let told = false;
    if (note?.cell !== undefined) {
      const content = deathContent(reason, languageOf(note));
      told = await tellCell(readConnectionFile(connectionFile), note.cell, content).then(
        () => true,
        () => false,
      );
    }
    new NoteKeeper(connectionFile).write({ pid: 0, ...note, reason, told });
  }
  process.exit(code);
}
