// The site's service worker. All that it does for now is to carry what a cell asks that blocks its worker to the page.
import { relay } from "../../../kernel/web/signal-relay";

/** As far as they are used: the page is compiled without the declarations of a service worker. */
interface ServiceWorker {
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
  addEventListener(
    type: "install" | "activate" | "message",
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

interface FetchEvent {
  request: { url: string };
  respondWith(response: Promise<Response>): void;
}

const worker = globalThis as unknown as ServiceWorker;

// A kernel that runs already is to be heard, too.
const claim = () => worker.clients.claim();

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(claim()));
worker.addEventListener("message", (event) => event.waitUntil(claim()));
worker.addEventListener("fetch", (event) => {
  const says = relay(event.request.url);
  // Everything else goes on to the host as if there were no service worker.
  if (says === undefined) return;
  const headers = { "cache-control": "no-store", "content-type": "text/plain" };
  event.respondWith(says.then((text) => new Response(text, { headers })));
});
