import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { Message } from "../../../jupyter/messages/message";
import { encode } from "../../../jupyter/messages/wire";
import { words } from "../../../text/texts";
import { CellPort } from "../../protocol/cell-port";
import { CommTable } from "../../protocol/comm-table";
import { Control } from "../../protocol/control";
import { Diagnostics } from "../../protocol/diagnostics";
import { History } from "../../protocol/history";
import { kernelInfo } from "../../protocol/kernel-info";
import { Publisher, Replier } from "../../protocol/publisher";
import { Shell } from "../../protocol/shell";
import { Stdin } from "../../protocol/stdin";
import type { SocketThreadData } from "../bridge/messages";
import { FLAG, languageIn } from "../bridge/shared-memory";
import { removeConnectionFolder } from "../death/connection-folder";
import { groupOf, watchParent } from "../death/parent-watch";
import { lookBefore, RunningCell } from "../death/running-cell";
import { bindSockets, closeSockets, type Sockets } from "./bind";
import { Inbox } from "./inbox";
import { Interrupter } from "./interrupter";
import { Outbox } from "./outbox";
import { readerAnswers } from "./reader-answers";
import { RingPort } from "./ring-port";
import { Usage } from "./usage";

/** How long a slow front end may hold up the output of all, in milliseconds. */
const PATIENCE_MILLISECONDS = 10_000;

/** How long the cell thread may take to end by itself, in milliseconds. */
const EXIT_MILLISECONDS = 1000;

/** How long the last messages may take to leave, in milliseconds. */
const SEND_MILLISECONDS = 1000;

/** How long those who use a socket may take to notice that it is closed, in milliseconds. */
const LEAVE_MILLISECONDS = 500;

/** Ends the whole process, whatever the cell thread is doing; and first of all the group it is in, if that is given. */
function killProcess(group = 0): void {
  try {
    if (group > 0) process.kill(-group, "SIGKILL");
  } finally {
    process.kill(process.pid, "SIGKILL");
  }
}

/** The thread that owns the sockets: it answers while a cell blocks the other one. */
function serve(data: SocketThreadData, sockets: Sockets, port: MessagePort): void {
  const { connectionFile, connection, memory, versions, heapLimit, answers } = data;
  const log = (line: string) => void writeSync(2, `${line}\n`);
  const before = lookBefore(connectionFile);
  if (before) log(words("kernel.beforeThis", before)[before.language]);
  const runningCell = new RunningCell(connectionFile, heapLimit, () => languageIn(memory));
  const session = randomUUID();
  const inbox = new Inbox(connection.key, log);
  const iopub = new Outbox(sockets.iopub, {
    milliseconds: PATIENCE_MILLISECONDS,
    setLossless: (lossless) => {
      sockets.iopub.noDrop = lossless;
    },
  });
  const outboxes = {
    shell: new Outbox(sockets.shell),
    control: new Outbox(sockets.control),
    hb: new Outbox(sockets.hb),
  };
  const { key } = connection;
  const through = (outbox: Outbox) => (message: Message) => outbox.send(encode(message, key));
  const publisher = new Publisher(through(iopub), session);
  const history = new History();
  const comms = new CommTable();
  const stdin = new Stdin({
    send: (message) => sockets.stdin.send(encode(message, key)),
    session,
    answer: readerAnswers(memory, answers),
  });
  const cells = new CellPort({
    post: (message) => port.postMessage(message),
    publisher,
    stdin,
    comms,
    fromBase64: (text) => Buffer.from(text, "base64"),
    language: () => languageIn(memory),
    onResult: (count, text) => history.setOutput(count, text),
    onExit: (reason) => {
      runningCell.died(reason);
      void close();
    },
  });
  new RingPort({ port, memory, cells, iopub, onClose: () => void closeNow() });
  const info = kernelInfo({
    versions,
    place: `on Node.js ${process.version}`,
    help: { text: "Node.js", url: "https://nodejs.org/docs/latest/api/" },
    before,
  });
  const interrupter = new Interrupter(memory, () => cells.post({ type: "interrupt" }));
  const shell = new Shell({
    cells,
    comms,
    history,
    publisher,
    replier: new Replier(through(outboxes.shell), session),
    kernelInfo: info,
    runningCell,
    before,
    calm: () => interrupter.settled(),
    turn,
    onFailure: (error) => inbox.drop(error),
  });
  let closing: Promise<void> | undefined;
  /** Sends what is left and closes. */
  function close(): Promise<void> {
    closing ??= sendAndClose();
    return closing;
  }
  async function sendAndClose(): Promise<void> {
    // The last replies are under way to their outboxes.
    for (let i = 0; i < 4; i++) await turn();
    const sent = Promise.all([iopub.sent(), outboxes.shell.sent(), outboxes.control.sent()]);
    await Promise.race([sent, sleep(SEND_MILLISECONDS)]);
    await closeNow();
  }
  let closed: Promise<void> | undefined;
  function closeNow(): Promise<void> {
    closed ??= closeAll();
    return closed;
  }
  /** A socket that is open when its thread ends, or is asked anything at that moment, aborts Node. */
  async function closeAll(): Promise<void> {
    closeSockets(sockets);
    const sending = [iopub, ...Object.values(outboxes)].map((outbox) => outbox.sent());
    const users = Promise.allSettled([...readers, ...sending]);
    await Promise.race([users, sleep(LEAVE_MILLISECONDS)]);
    const flags = new Int32Array(memory.flags);
    Atomics.store(flags, FLAG.closed, 1);
    Atomics.notify(flags, FLAG.closed);
  }
  async function shutDown(): Promise<void> {
    runningCell.remove();
    await close();
    cells.post({ type: "exit" });
    await sleep(EXIT_MILLISECONDS);
    // For the shell that watches; without one, as on Windows, nobody would take the note away.
    if (data.parents.ofShell > 0) runningCell.asked();
    killProcess();
  }
  const usage = new Usage();
  const diagnostics = new Diagnostics((message) => cells.ask(message));
  const control = new Control({
    publisher,
    replier: new Replier(through(outboxes.control), session),
    kernelInfo: info,
    usage: () => usage.reply({ dropped: inbox.dropped, lost: iopub.lost }),
    interrupt: () => interrupter.interrupt(),
    diagnose: (message) => diagnostics.answer(message),
    shutDown: () => void shutDown(),
  });

  publisher.status("starting");
  const readers = [
    read(sockets.shell, inbox, (message) => shell.receive(message)),
    read(sockets.control, inbox, (message) => control.receive(message)),
    read(sockets.stdin, inbox, (message) => stdin.receive(message)),
    echo(sockets, outboxes.hb),
  ];
  const group = groupOf(data.parents);
  watchParent(data.parents, () => {
    runningCell.remove();
    // Nobody is left who would remove it, nor who would end what the cells have started.
    removeConnectionFolder(connectionFile, data.connectionFolder);
    killProcess(group);
  });
}

async function read(
  socket: AsyncIterable<Uint8Array[]>,
  inbox: Inbox,
  receive: (message: Message) => void,
): Promise<void> {
  for await (const frames of socket) {
    const message = inbox.accept(frames);
    if (message === undefined) continue;
    try {
      receive(message);
    } catch (error) {
      inbox.drop(error as Error);
    }
  }
}

async function echo(sockets: Sockets, outbox: Outbox): Promise<void> {
  for await (const frames of sockets.hb) outbox.send(frames);
}

async function start(port: MessagePort): Promise<void> {
  const data = workerData as SocketThreadData;
  serve(data, await bindSockets(data.connection), port);
}

if (parentPort === null) throw new Error("thread: expected to run as a worker of the kernel");
void start(parentPort);
