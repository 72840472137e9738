import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { ApiError } from "./api-error";
import type { Events } from "./events";
import type { Guard } from "./guard";
import { connect } from "./kernels/channels";
import { V1 } from "./kernels/frames";
import type { Kernels } from "./kernels/kernels";
import { refusalOf } from "./refusal";

/** The largest message a page may send to a kernel, in bytes. */
const LARGEST_MESSAGE = 64 * 1024 * 1024;

/** How often a quiet connection is asked whether it is still there. */
const PING_MS = 30_000;

/** What a page offers beside its token when it has no protocol to choose: one must be accepted. */
const PLAIN_PROTOCOL = "notebooks";

interface Parts {
  guard: Guard;
  kernels: Kernels;
  events: Events;
}

/**
 * Serves the websockets: /api/kernels/<id>/channels and /api/events/subscribe.
 *
 * @returns what closes them all.
 */
export function serveSockets(server: Server, { guard, kernels, events }: Parts): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols: (offered) => [V1, PLAIN_PROTOCOL].find((name) => offered.has(name)) ?? false,
  });

  const open = (request: IncomingMessage): ((socket: WebSocket) => void) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const visitor = { headers: request.headers, token: url.searchParams.get("token") };
    guard.checkPlace(visitor);
    guard.checkSecret(visitor);
    const [, id] = /^\/api\/kernels\/([^/]+)\/channels$/.exec(url.pathname) ?? [];
    if (id !== undefined) {
      const kernel = kernels.get(id);
      const session = url.searchParams.get("session_id") ?? crypto.randomUUID();
      return (socket) => connect(socket, kernel, session);
    }
    if (url.pathname !== "/api/events/subscribe") {
      throw new ApiError(404, `There is no websocket at ${url.pathname}.`);
    }
    return (socket) => {
      const stop = events.listen((event) => socket.send(JSON.stringify(event)));
      socket.on("close", stop);
      socket.on("error", () => {});
    };
  };

  server.on("upgrade", (request, stream, head) => {
    stream.on("error", () => {});
    let serve: (socket: WebSocket) => void;
    try {
      serve = open(request);
    } catch (error) {
      refuse(stream, error as Error);
      return;
    }
    sockets.handleUpgrade(request, stream, head, serve);
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
