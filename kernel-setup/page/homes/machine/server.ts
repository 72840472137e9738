import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { systemWords } from "../../../jupyter/notebook-files/system-words";
import { type NotebookServer, openNotebooks, type Served } from "../../server/notebook-server";
import { entranceOf } from "./entrance";
import { Guard } from "./guard";
import { machineHome } from "./home";
import type { PageOptions } from "./page-routes";
import { serveSockets } from "./sockets";

/** What is served, and to whom. */
export interface ServerOptions extends Omit<Served, "kept"> {
  /** The folder for what servers keep. */
  home: string;
  page: PageOptions;
  /** 0 takes any that is free. */
  port: number;
  /** For tests; else random. */
  token?: string;
}

/** A server that runs. */
export interface RunningServer extends Pick<NotebookServer, "kernels" | "prepareKernel"> {
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
  const { notebooks, home, kernels, page, token, work, lessonOf } = options;
  const guard = new Guard(token);
  const served = { notebooks, kept: join(home, "server"), kernels, work, lessonOf };
  const opened = openNotebooks(machineHome, served, entranceOf(guard, page));
  const listener = getRequestListener(opened.fetch, { overrideGlobalObjects: false });
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 120_000 }, listener);
  const closeSockets = serveSockets(server, guard, opened.lineTo);
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
    kernels: opened.kernels,
    prepareKernel: opened.prepareKernel,
    async stop() {
      closeSockets();
      const closed = new Promise((resolve) => server.close(resolve));
      await opened.stop();
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
