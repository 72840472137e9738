import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Line } from "../../server/home";
import { V1 } from "../../server/kernels/frames";
import type { NotebookServer } from "../../server/notebook-server";
import { refusalOf } from "../../server/refusal";
import type { Guard } from "./guard";
import { SocketLine } from "./socket-line";

/** The largest message a page may send to a kernel, in bytes. */
const LARGEST_MESSAGE = 64 * 1024 * 1024;

/** How often a quiet connection is asked whether it is still there. */
const PING_MS = 30_000;

/** What a page offers beside its token when it has no protocol to choose: one must be accepted. */
const PLAIN_PROTOCOL = "notebooks";

/**
 * Serves the websockets: /api/kernels/<id>/channels and /api/events/subscribe.
 *
 * @returns what closes them all.
 */
export function serveSockets(
  server: Server,
  guard: Guard,
  lineTo: NotebookServer["lineTo"],
): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols: (offered) => [V1, PLAIN_PROTOCOL].find((name) => offered.has(name)) ?? false,
  });

  const open = (request: IncomingMessage): ((line: Line) => void) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const visitor = { headers: request.headers, token: url.searchParams.get("token") };
    guard.checkPlace(visitor);
    guard.checkSecret(visitor);
    return lineTo(url);
  };

  server.on("upgrade", (request, stream, head) => {
    stream.on("error", () => {});
    let serve: (line: Line) => void;
    try {
      serve = open(request);
    } catch (error) {
      refuse(stream, error as Error);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => serve(new SocketLine(socket)));
  });
  const alive = watch(sockets);
  return () => {
    clearInterval(alive);
    // 1001: the server goes away.
    for (const socket of sockets.clients) socket.close(1001);
    for (const socket of sockets.clients) setTimeout(() => socket.terminate(), 500).unref();
  };
}

/** Cuts connections that do not answer: their page is gone without a word. */
function watch(sockets: WebSocketServer): NodeJS.Timeout {
  const silent = new WeakSet<WebSocket>();
  return setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.once("pong", () => silent.delete(socket));
      socket.ping();
    }
  }, PING_MS).unref();
}

function refuse(stream: Duplex, error: Error): void {
  const refusal = refusalOf(error);
  const { status } = refusal;
  const body = JSON.stringify(refusal.body);
  stream.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
