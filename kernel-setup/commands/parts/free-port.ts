import { createServer } from "node:net";

/** Whether a server can listen on a port of this machine (0 is always free). */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** The first free port from Jupyter's usual one on, so that a learner's address stays the same. */
export async function freePort(first = 8888): Promise<number> {
  for (let port = first; port < first + 1000; port++) if (await isFree(port)) return port;
  throw new Error(`freePort: expected a free port from ${first} to ${first + 999}, but got none.`);
}
