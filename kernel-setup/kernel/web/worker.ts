import { words } from "../../text/texts";
import { CellThread } from "../cells/cell-thread";
import { useHome } from "../cells/home";
import { say } from "../cells/language";
import { CellCompiler } from "../compiler/compiler";
import { PLAIN, withPlainMessage } from "../compiler/plain-messages";
import type { TypeScript } from "../compiler/typescript";
import { outputInto, pageHome, signalsTo } from "./cells-home";
import { PACK, pageCompilerHome } from "./compiler-home";
import { captureConsole } from "./console";
import type { Contact } from "./contact";
import { raiseFence } from "./fence";
import type { Reach } from "./hints";
import { knowProxies } from "./kinds";
import { MemoryFiles } from "./memory-files";
import type { FileChanges, FromWorker, Start, ToWorker, Versions } from "./messages";
import type { Packages } from "./module-home";
import { WorkerOutbox } from "./outbox";
import { type Port, platform } from "./platform";
import { runNamed } from "./scripts";
import { withTidyStack } from "./stacks";
import { installTimers } from "./timers";
import { tslabPackage } from "./tslab-package";

/** What a pack is told of the worker that it is in. */
export interface Surroundings {
  /** The notebook's folder. */
  folder: string;
  /** What the pack has kept earlier. */
  kept: FileChanges;
  settings: Readonly<Record<string, string>>;
  /** Has what the pack has written kept beyond the worker's life. */
  keep(files: FileChanges): void;
  /** Prints words that are no output. */
  write(text: string): void;
}

/** What the build puts into the worker's script besides the kernel. */
export interface Pack {
  typescript: TypeScript;
  versions: Versions;
  /** What cells may import, besides `tslab`. */
  packages: Packages;
  /** Resolves when the packages can be used. @returns what takes in files that come later */
  open(surroundings: Surroundings): Promise<(files: FileChanges) => void>;
}

/** Makes the worker that this runs in the place where cells run, once the page has said with what it begins. */
export function serveWorker(pack: Pack, contact: Contact): void {
  let hasBegun = false;
  platform.addEventListener("message", ({ data, ports }: { data: Start; ports: Port[] }) => {
    if (hasBegun || data?.type !== "start") return;
    hasBegun = true;
    const [port] = ports;
    const post = (message: FromWorker) => port.postMessage(message);
    begin(pack, contact, data, port).catch((error: unknown) => {
      post({ type: "failed", why: String(error) });
    });
  });
}

async function begin(pack: Pack, contact: Contact, start: Start, port: Port): Promise<void> {
  const post = (message: FromWorker) => port.postMessage(message);
  const { typescript, versions } = pack;
  const outbox = new WorkerOutbox(post);
  const files = new MemoryFiles();
  files.change(start.declarations);
  files.change(start.files);
  const messages = new Map();
  const lock = holdLock(start.lock);
  const close = platform.close.bind(platform);
  const reach: Reach = {
    packages: [...Object.keys(pack.packages), "tslab"],
    fenced: raiseFence(start.allowed),
  };
  knowProxies();
  const home = pageHome({ typescript, files, folder: start.folder, reach, messages });
  useHome(home);
  let tslab: object | undefined;
  const packages: Packages = {
    ...pack.packages,
    tslab: () => {
      tslab ??= tslabPackage(cells.displays, versions, home.newId);
      return tslab;
    },
  };
  const rewrites = contact.rewrites?.(typescript);
  const compilerHome = pageCompilerHome({ typescript, files, packages, rewrites });
  const { modules } = compilerHome;
  const cells = new CellThread({
    compiler: new CellCompiler(compilerHome, start.folder, PACK),
    output: outputInto(outbox),
    signals: signalsTo(post, contact.isInterrupted),
    run: runNamed,
    readMap: modules.readMap,
    require: modules.requireOf(`${start.folder}/src.js`),
    ask: contact.ask((cell, message) => outbox.message(cell, message)),
  });
  const { current } = cells;
  const change = await pack.open({
    folder: start.folder,
    kept: start.kept,
    settings: start.settings,
    keep: (changed) => post({ type: "kept", files: changed }),
    write: (text) => outbox.print("stderr", current.id, text),
  });
  tidyCaught();
  hearOfErrors(cells);
  captureConsole(outbox, current);
  installTimers(current);
  endWith(() => {
    const reason = say(words("kernel.endedWith", { call: "close()" }));
    outbox.message(current.id, { type: "exit", reason });
    close();
  });
  port.onmessage = ({ data }) => {
    const message = data as ToWorker;
    if (message.type === "files") files.change(message.files);
    else if (message.type === "kept") change(message.files);
    else if (message.type === "messages") messages.set(message.language, message.messages);
    else if (message.type === "interrupt") cells.interrupt();
    else if (message.type === "exit") close();
    else cells.receive(message);
  };
  await lock;
  post({ type: "ready", versions });
}

/** What a cell catches has its stack told as what it throws has. */
function tidyCaught(): void {
  const value = <T>(thrown: T): T => withPlainMessage(withTidyStack(thrown));
  Object.defineProperty(globalThis, Symbol.for(PLAIN), { value, configurable: true });
}

/** What nobody catches belongs to a cell, and not to the browser's console. */
function hearOfErrors(cells: CellThread): void {
  interface Uncaught {
    error?: unknown;
    message?: string;
    reason?: unknown;
    preventDefault(): void;
  }
  platform.addEventListener("error", (event: Uncaught) => {
    event.preventDefault();
    cells.uncaught(event.error ?? event.message);
  });
  platform.addEventListener("unhandledrejection", (event: Uncaught) => {
    event.preventDefault();
    cells.uncaught(event.reason);
  });
}

/** Holds a name for as long as the worker lives; fulfilled once it has it, or where there are no such names. */
function holdLock(name: string): Promise<void> {
  const locks = platform.navigator?.locks;
  if (locks === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const held = locks.request(name, () => {
      resolve();
      return new Promise(() => {});
    });
    // A page that keeps nothing has no locks, either.
    held.catch(() => resolve());
  });
}

/** Has a cell that ends the worker say so. */
function endWith(close: () => void): void {
  Object.defineProperty(globalThis, "close", { value: close, writable: true, configurable: true });
}
