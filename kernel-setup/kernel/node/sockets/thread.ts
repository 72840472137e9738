import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { Message } from "../../../jupyter/messages/message";
import { words } from "../../../text/texts";
import type { SocketThreadData } from "../bridge/messages";
import { FLAG, languageIn } from "../bridge/shared-memory";
import { removeConnectionFolder } from "../death/connection-folder";
import { groupOf, watchParent } from "../death/parent-watch";
import { lookBefore, RunningCell } from "../death/running-cell";
import { bindSockets, closeSockets, type Sockets } from "./bind";
import { CellPort } from "./cell-port";
import { CommTable } from "./comm-table";
import { Control } from "./control";
import { Diagnostics } from "./diagnostics";
import { History } from "./history";
import { Inbox } from "./inbox";
import { Interrupter } from "./interrupter";
import { kernelInfo } from "./kernel-info";
import { Outbox, Publisher, Replier } from "./outbox";
import { Shell } from "./shell";
import { Stdin } from "./stdin";

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
  const publisher = new Publisher(iopub, connection, session);
  const history = new History();
  const comms = new CommTable();
  const { key } = connection;
  const stdin = new Stdin({ socket: sockets.stdin, key, session, memory, answers });
  const cells = new CellPort({
    port,
    memory,
    publisher,
    stdin,
    comms,
    iopub,
    onResult: (count, text) => history.setOutput(count, text),
    onExit: (reason) => {
      runningCell.died(reason);
      void close();
    },
    onClose: () => void closeNow(),
  });
  const info = kernelInfo(versions, before);
  const interrupter = new Interrupter(memory, () => cells.post({ type: "interrupt" }));
  const shell = new Shell({
    cells,
    comms,
    history,
    publisher,
    replier: new Replier(outboxes.shell, key, session),
    kernelInfo: info,
    runningCell,
    before,
    calm: () => interrupter.settled(),
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
  const diagnostics = new Diagnostics((message) => cells.ask(message));
  const control = new Control({
    publisher,
    replier: new Replier(outboxes.control, key, session),
    kernelInfo: info,
    losses: () => ({ dropped: inbox.dropped, lost: iopub.lost }),
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
