import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".woff2": "font/woff2",
};
/** Not at the root: many hosts give a site a folder of theirs. */
const PREFIX = "/somebody/lessons/";

/** A folder on a web server that knows files and nothing else. */
export async function hostFolder(folder: string): Promise<{ url: string; server: Server }> {
  const server = createServer(({ url = "" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = join(folder, decodeURIComponent(pathname.slice(PREFIX.length)));
    try {
      if (!pathname.startsWith(PREFIX)) throw new Error("elsewhere");
      const content = readFileSync(file);
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "text/plain",
        // As GitHub Pages does.
        "access-control-allow-origin": "*",
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${PREFIX}`, server };
}
