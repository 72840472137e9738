/**
 * How a cell that blocks its worker still hears of the page. Such a worker gets no messages, but it may send
 * a request and wait for the answer, which the site's service worker gives in the place of the host:
 *
 * worker ── a synchronous request ── service worker ── a channel of its own ── page
 *
 * The service worker keeps nothing: browsers end it when they like, and start it again for the next request.
 */

/** The folder of the site in which addresses are questions to the page. */
export const SIGNALS = "kernel-signals";

/** With this begins what the service worker answers; what a host has at such an address does not. */
export const MARK = "backprop signal ";

/** How long a question waits for its answer until it is put again, in milliseconds: browsers end what waits for long. */
export const SLICE_MILLISECONDS = 4000;

/** The site's service worker, as the page of a kernel sees it. */
export interface SignalSite {
  /** The folder below which it answers. */
  address: string;
  /** Has it answer workers, too, that have begun before it. */
  claim(): void;
}

/** The channel to the page of one worker. */
export const channelOf = (worker: string): string => `backprop kernel ${worker}`;

/** A question of a worker on its way to the page: that part of its address that says what it asks. */
export interface Question {
  id: string;
  asks: string;
}

/** What the page says to it. */
export interface Said {
  to: string;
  says: string;
}

/** What the page may say: nothing to stop for, stop, ask again, or what the reader has answered. */
export const SAYS = { goOn: "go on", stop: "stop ", wait: "wait", answer: "answer " } as const;
