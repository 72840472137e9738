// What a learner does first: `npm start`, until a cell has run, and its end.
// `node test/platforms/start-until-a-cell-ran.mjs [CLONE]`; plain JavaScript, since nothing may be installed yet.
import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findNpm } from "../../kernel-setup/commands/boot/install.mjs";

const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
const isWindows = process.platform === "win32";
/** A first start installs and builds. */
const START_MS = 10 * 60_000;
const CELL_MS = 60_000;
const END_MS = 20_000;

const CELL = `import { MulLayer } from "backprop";
console.log(process.pid);
new MulLayer().forward(100, 2)`;

/** Starts `npm start` at the head of a group of processes, as a terminal does. */
function start(clone) {
  const { command, before, shell } = findNpm();
  const child = spawn(command, [...before, "start", "--", "--no-browser"], {
    cwd: clone,
    shell,
    detached: !isWindows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const run = { child, said: "", ended: new Promise((done) => child.once("exit", done)) };
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      run.said += text;
      process.stderr.write(text);
    });
  return run;
}

/** Waits for what becomes true. */
async function until(what, ms, isTrue) {
  for (const end = Date.now() + ms; ; await sleep(100)) {
    const found = await isTrue();
    if (found) return found;
    if (Date.now() > end) throw new Error(`expected ${what} within ${ms / 1000} s, but got none.`);
  }
}

async function addressOf(run) {
  await until("a kernel that is ready", START_MS, () => {
    if (run.child.exitCode !== null || run.child.signalCode !== null)
      throw new Error(`expected npm start to go on, but it ended with ${run.child.exitCode}.`);
    if (run.said.includes("npm run doctor")) throw new Error("expected a kernel, but got none.");
    return run.said.includes("Ready to run cells");
  });
  return new URL(/http:\/\/127\.0\.0\.1:\d+\/\S*token=\w+/.exec(run.said)[0]);
}

/** Runs the cell in the lesson that the page opens first. @returns what it printed and what it is. */
async function runCell(clone, address) {
  const headers = { authorization: `token ${address.searchParams.get("token")}` };
  const page = await fetch(address);
  if (!page.ok) throw new Error(`expected the page, but got status ${page.status}.`);
  const path = decodeURIComponent(address.pathname.replace("/notebooks/", ""));
  const body = JSON.stringify({ path, type: "notebook" });
  const answer = await fetch(new URL("/api/sessions", address), { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`expected a session, but got status ${answer.status}.`);
  const { kernel } = await answer.json();
  const { WebSocket } = createRequire(join(clone, "package.json"))("ws");
  const session = "start-until-a-cell-ran";
  const socket = new WebSocket(
    `ws://${address.host}/api/kernels/${kernel.id}/channels?session_id=${session}`,
    { headers },
  );
  const cell = { printed: "", result: undefined, reply: undefined, isIdle: false };
  socket.on("message", (data) => {
    const { header, parent_header, content } = JSON.parse(String(data));
    if (parent_header.msg_id !== "cell") return;
    if (header.msg_type === "stream") cell.printed += content.text;
    if (header.msg_type === "execute_result") cell.result = content.data["text/plain"];
    if (header.msg_type === "execute_reply") cell.reply = content;
    if (content.execution_state === "idle") cell.isIdle = true;
  });
  await new Promise((opened, failed) => socket.once("open", opened).once("error", failed));
  socket.send(
    JSON.stringify({
      channel: "shell",
      header: {
        msg_id: "cell",
        msg_type: "execute_request",
        session,
        username: "",
        version: "5.3",
      },
      parent_header: {},
      metadata: {},
      content: { code: CELL, silent: false, allow_stdin: false },
    }),
  );
  await until("a reply and an idle kernel", CELL_MS, () => cell.reply && cell.isIdle);
  socket.close();
  if (cell.reply.status !== "ok" || cell.result !== "200")
    throw new Error(`expected the cell to give 200, but got ${JSON.stringify(cell)}.`);
  return cell;
}

/** Ends it as Ctrl-C does; Windows lets no other program press that, and ends the tree of processes. */
function end({ child }) {
  if (isWindows) spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  else process.kill(-child.pid, "SIGINT");
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const clone = resolve(process.argv[2] ?? PROJECT);
const run = start(clone);
try {
  const address = await addressOf(run);
  const { printed } = await runCell(clone, address);
  const seconds = Math.round(performance.now() / 1000);
  end(run);
  await until(
    "the end of npm start",
    END_MS,
    () => run.child.exitCode !== null || run.child.signalCode,
  );
  await until("the end of the kernel", END_MS, () => !isAlive(Number(printed)));
  if (!isWindows && !run.said.includes("The page and its kernels have ended."))
    throw new Error("expected npm start to say that it has ended, but it did not.");
  const { platform, arch, version } = process;
  console.log(
    `A cell has run, ${seconds} s after the start: ${platform} ${arch}, Node ${version}.`,
  );
} catch (error) {
  console.error(error.message);
  if (run.child.exitCode === null) end(run);
  process.exitCode = 1;
}
