import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";

/** A line as a visitor has it. */
export interface Speed {
  /** Megabits a second; none is as fast as this machine. */
  megabits?: number;
  /** What each answer waits for, in milliseconds. */
  delay?: number;
}

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

/** Bytes that go out at once on a slow line. */
const PIECE = 1 << 14;

/**
 * A host of files as GitHub Pages is one: with gzip and ten minutes of cache, over one line that all answers
 * share. The browser's own brake does not reach workers.
 */
export class SlowHost {
  speed: Speed = {};
  /** Bytes of bodies that went out since it was set to 0. */
  sent = 0;
  readonly #server: Server;
  readonly #packed = new Map<string, Buffer>();
  #answering = 0;
  /** When the line is free again. */
  #free = 0;

  private constructor(folder: string) {
    this.#server = createServer(async ({ url = "" }, response) => {
      this.#answering++;
      response.on("close", () => this.#answering--);
      const { pathname } = new URL(url, "http://localhost");
      const file = join(
        folder,
        decodeURIComponent(pathname),
        pathname.endsWith("/") ? "index.html" : "",
      );
      await sleep(this.speed.delay ?? 0);
      const body = this.#gzipped(file);
      if (body === undefined) return void response.writeHead(404).end();
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-encoding": "gzip",
        "content-length": body.length,
        "cache-control": "max-age=600",
      });
      for (let at = 0; at < body.length; at += PIECE) {
        const piece = body.subarray(at, at + PIECE);
        await this.#turn(piece.length);
        // Whoever asked has left.
        if (response.destroyed) return;
        response.write(piece);
        this.sent += piece.length;
      }
      response.end();
    });
  }

  static async of(folder: string): Promise<SlowHost> {
    const host = new SlowHost(folder);
    await new Promise<void>((done) => host.#server.listen(0, "127.0.0.1", done));
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Waits until nothing is on its way. */
  async quiet(): Promise<void> {
    while (this.#answering > 0) await sleep(20);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Waits until so many bytes may go out. */
  async #turn(bytes: number): Promise<void> {
    const { megabits } = this.speed;
    if (megabits === undefined) return;
    const now = performance.now();
    this.#free = Math.max(this.#free, now) + (bytes * 8) / (megabits * 1000);
    await sleep(this.#free - now);
  }

  #gzipped(file: string): Buffer | undefined {
    const there = this.#packed.get(file);
    if (there) return there;
    try {
      const packed = gzipSync(readFileSync(file));
      this.#packed.set(file, packed);
      return packed;
    } catch {
      return undefined;
    }
  }
}
