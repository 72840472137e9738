import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { FoundKernelSpec } from "../../jupyter/kernelspecs/spec";
import { systemWords } from "../../jupyter/notebook-files/system-words";
import { makeApp } from "./app";
import { Folder } from "./contents/folder";
import { Reader } from "./contents/model";
import { Signatures } from "./contents/signatures";
import { Writer } from "./contents/writer";
import { Events } from "./events";
import { Guard } from "./guard";
import { Kernels } from "./kernels/kernels";
import { Sessions } from "./kernels/sessions";
import { folderOf } from "./routes/kernels";
import type { PageOptions } from "./routes/page";
import { Settings } from "./settings";
import { serveSockets } from "./sockets";

/** What is served, and to whom. */
export interface ServerOptions {
  /** The folder that is served, and nothing outside it. */
  notebooks: string;
  /** The folder for what the server keeps: signatures and settings. */
  home: string;
  /** The kernels that notebooks can ask for; the first is the default. */
  kernels: FoundKernelSpec[];
  page: PageOptions;
  /** 0 takes any that is free. */
  port: number;
  /** For tests; else random. */
  token?: string;
}

/** A server that runs. */
export interface RunningServer {
  port: number;
  token: string;
  /** The address of the page, with the token. */
  url: string;
  /** The address of a notebook in the page, with the token. */
  urlOf(path: string): string;
  /**
   * The address of a notebook, or with "" of the page itself, for one opening: in the token's place
   * it carries a code, which the first page that comes with it turns into the token.
   */
  onceUrlOf(path: string, used: () => void): string;
  kernels: Kernels;
  /**
   * Starts a kernel before a page asks for it; the first document in the same folder gets it.
   *
   * @param path Of a document, or "" for the folder itself.
   * @throws KernelError when the kernel does not start.
   */
  prepareKernel(path: string): Promise<void>;
  /** Ends all kernels, closes all connections, and frees the port. */
  stop(): Promise<void>;
}

/**
 * Starts a notebook server on this machine alone: the part of Jupyter Server's API that Jupyter's own
 * front-end packages use, over kernels of this project's client.
 *
 * @throws Error when the port is taken.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { notebooks, home, kernels: specs, page, token } = options;
  const folder = new Folder(notebooks);
  const signatures = new Signatures(join(home, "server"));
  const events = new Events();
  const guard = new Guard(token);
  const kernels = new Kernels(specs, { onOutput: (content) => signatures.made(content) });
  const sessions = new Sessions(kernels, (path) => folderOf(folder, path));
  const contents = {
    folder,
    reader: new Reader(folder, signatures),
    writer: new Writer(folder, signatures),
    events,
  };
  const settings = new Settings(join(home, "server", "settings"));
  const app = makeApp({ guard, contents, kernels, sessions, specs, settings, page });
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 120_000 }, listener);
  const closeSockets = serveSockets(server, { guard, kernels, events });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  const address = (path: string, key = `token=${guard.token}`) => {
    const place = path.split("/").map(encodeURIComponent).join("/");
    return `http://127.0.0.1:${port}/${place && `notebooks/${place}`}?${key}`;
  };
  return {
    port,
    token: guard.token,
    url: address(""),
    urlOf: (path) => address(path),
    onceUrlOf: (path, used) => address(path, `code=${guard.newCode(used)}`),
    kernels,
    prepareKernel: (path) => kernels.prepare(folderOf(folder, path)),
    async stop() {
      closeSockets();
      const closed = new Promise((resolve) => server.close(resolve));
      await kernels.shutdownAll();
      signatures.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      // Later ones cost a connection: the kernels of all the others live on.
      server.on("error", (error) => {
        console.error(`A connection was not taken: ${systemWords(error) ?? error.message}.`);
      });
      resolve();
    });
  });
}
