/**
 * A kernel that behaves as a cell tells it to, well or badly: `node fake-kernel.js CONNECTION_FILE`.
 *
 * A cell holds one command a line, as listed in `COMMANDS`. The variable FAKE_START makes the start
 * fail: "die", "mute", or "die-once:<file>" and "mute-once:<file>", which behave when the file exists.
 */
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Publisher, Router } from "zeromq";
import { endpoint, readConnectionFile } from "../../kernel-setup/jupyter/messages/connection-file";
import { type Json, type Message, newHeader } from "../../kernel-setup/jupyter/messages/message";
import { decode, encode } from "../../kernel-setup/jupyter/messages/wire";

const connection = readConnectionFile(process.argv[2]);
const shell = new Router();
const control = new Router();
const stdin = new Router();
// No limit, so that no burst is lost by ZeroMQ itself.
const iopub = new Publisher({ sendHighWaterMark: 0 });
let count = 0;
/** What the commands of this cell switched off or changed. */
let answer: { reply: Json | undefined; idle: boolean };
let droppedUntil = 0;
let interrupt: () => unknown = () => {};

function wrap(type: string, parent: Message, content: Json, identities: Uint8Array[] = []) {
  const header = newHeader(type, parent.header.session);
  const message = {
    identities,
    header,
    parent_header: parent.header,
    metadata: {},
    content,
    buffers: [],
  };
  return encode(message, connection.key);
}
const publish = (type: string, parent: Message, content: Json) =>
  iopub.send(wrap(type, parent, content, [Buffer.from(type)]));
const status = (execution_state: string, parent: Message) =>
  publish("status", parent, { execution_state });
const failure = (evalue: string) => ({
  ename: "FakeError",
  evalue,
  traceback: ["\u001b[31mFakeError\u001b[0m", `    at cell [${count}]:2:9`],
});

type Command = (request: Message, words: string) => unknown;
const display =
  (type: string): Command =>
  (request, words) => {
    const [id, ...text] = words.split(" ");
    const data = { "text/plain": text.join(" ") };
    return publish(type, request, { data, metadata: {}, transient: { display_id: id } });
  };
const COMMANDS: Record<string, Command> = {
  stdout: (request, text) => publish("stream", request, { name: "stdout", text: `${text}\n` }),
  stderr: (request, text) => publish("stream", request, { name: "stderr", text: `${text}\n` }),
  /** Fails as the protocol asks: a message on iopub, and the reply. */
  error: async (request, evalue) => {
    await publish("error", request, failure(evalue));
    answer.reply = { status: "error", ...failure(evalue) };
  },
  /** Fails as a stock tslab does: words on stderr, and a bare reply. */
  "bare-error": async (request, text) => {
    await publish("stream", request, { name: "stderr", text: text.replaceAll("\\n", "\n") });
    answer.reply = { status: "error" };
  },
  /** An error that comes a moment after the cell is idle. */
  "late-error": (request, evalue) => {
    setTimeout(() => publish("error", request, failure(evalue)), 20);
  },
  display: display("display_data"),
  html: (request, html) =>
    publish("display_data", request, { data: { "text/html": html }, metadata: {} }),
  /** Shows JSON of so many levels. */
  deep: (request, levels) =>
    publish("display_data", request, {
      data: { "application/json": JSON.parse("[".repeat(+levels) + "]".repeat(+levels)) },
      metadata: {},
    }),
  update: display("update_display_data"),
  clear: (request, wait) => publish("clear_output", request, { wait: wait === "wait" }),
  result: (request, text) =>
    publish("execute_result", request, {
      execution_count: count,
      data: { "text/plain": text },
      metadata: {},
    }),
  /** Starts two processes, leaves them, and prints their numbers. */
  leave: (request) => {
    const pids = (["inherit", "ignore"] as const).map((stdio) => {
      const { pid } = spawn(process.execPath, ["-e", "setTimeout(() => {}, 777_000)"], { stdio });
      return pid;
    });
    return publish("stream", request, { name: "stdout", text: pids.join(" ") });
  },
  die: (_, code) => process.exit(Number(code)),
  "last-words": (_, text) => process.stderr.write(`${text}\n`),
  /** Hangs until it is interrupted. */
  hang: (request) =>
    new Promise<void>((resolve) => {
      interrupt = async () => {
        await COMMANDS.error(request, "interrupted");
        resolve();
      };
    }),
  sleep: (_, ms) => sleep(Number(ms)),
  "no-idle": () => {
    answer.idle = false;
  },
  "no-reply": () => {
    answer.reply = undefined;
  },
  /** Answers "aborted" for so many milliseconds. */
  "drop-next": (_, ms) => {
    droppedUntil = Date.now() + Number(ms);
  },
  cwd: (request) => publish("stream", request, { name: "stdout", text: process.cwd() }),
  pid: (request) => publish("stream", request, { name: "stdout", text: String(process.pid) }),
  env: (request, name) =>
    publish("stream", request, { name: "stdout", text: process.env[name] ?? "(none)" }),
  ask: async (request, prompt) => {
    const content = { prompt, password: false };
    await stdin.send(wrap("input_request", request, content, request.identities));
    const reply = decode(await stdin.receive(), connection.key);
    await publish("stream", request, { name: "stdout", text: String(reply.content.value) });
  },
};

async function execute(request: Message): Promise<void> {
  count++;
  answer = { reply: { status: "ok" }, idle: true };
  await publish("execute_input", request, { code: request.content.code, execution_count: count });
  for (const line of String(request.content.code).split("\n")) {
    const [name, ...words] = line.split(" ");
    await COMMANDS[name](request, words.join(" "));
  }
  if (answer.reply) {
    const content = { execution_count: count, ...answer.reply };
    await shell.send(wrap("execute_reply", request, content, request.identities));
  }
}

async function serveShell(): Promise<void> {
  for await (const frames of shell) {
    const request = decode(frames, connection.key);
    const type = request.header.msg_type;
    await status("busy", request);
    answer = { reply: undefined, idle: true };
    if (type === "kernel_info_request") {
      const content = { status: "ok", language_info: { name: "fake", file_extension: ".fake" } };
      await shell.send(wrap("kernel_info_reply", request, content, request.identities));
    } else if (Date.now() < droppedUntil) {
      await shell.send(wrap("execute_reply", request, { status: "abort" }, request.identities));
    } else await execute(request);
    if (answer.idle) await status("idle", request);
  }
}

async function serveControl(): Promise<void> {
  for await (const frames of control) {
    const request = decode(frames, connection.key);
    const type = request.header.msg_type.replace("request", "reply");
    await control.send(wrap(type, request, { status: "ok" }, request.identities));
    if (type === "interrupt_reply") await interrupt();
    if (type === "shutdown_reply" && process.env.FAKE_STUBBORN === undefined) process.exit(0);
  }
}

async function main(): Promise<void> {
  const [how = "", file = ""] = (process.env.FAKE_START ?? "").split(/:(.*)/s);
  const again = file !== "" && existsSync(file);
  if (file !== "") writeFileSync(file, String(process.pid));
  if (how.startsWith("die") && !again) {
    process.stderr.write("Error: bind EADDRINUSE 127.0.0.1\n", () => process.exit(7));
    return;
  }
  if (how.startsWith("mute") && !again) return void setInterval(() => {}, 1000);
  process.on("SIGINT", () => interrupt());
  if (process.env.FAKE_STUBBORN !== undefined) process.on("SIGTERM", () => {});
  await shell.bind(endpoint(connection, "shell"));
  await control.bind(endpoint(connection, "control"));
  await stdin.bind(endpoint(connection, "stdin"));
  await iopub.bind(endpoint(connection, "iopub"));
  void serveControl();
  await serveShell();
}

void main();
