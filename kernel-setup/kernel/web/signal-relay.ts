import { platform } from "./platform";
import {
  channelOf,
  MARK,
  type Question,
  SAYS,
  type Said,
  SIGNALS,
  SLICE_MILLISECONDS,
} from "./signals";

/** How long a page may take that is busy, in milliseconds; the cell waits meanwhile. */
const BUSY_MILLISECONDS = 400;

const ADDRESS = new RegExp(`/${SIGNALS}/([\\w-]+)/(\\w+)(/[\\d/]+)$`);

/**
 * Hands the question that an address is on to the page, in a service worker.
 *
 * @returns The text to answer with; nothing where the address is none.
 */
export function relay(address: string): Promise<string> | undefined {
  const [, worker, kind, numbers] = ADDRESS.exec(new URL(address).pathname) ?? [];
  if (worker === undefined) return undefined;
  return new Promise((resolve) => {
    const channel = new platform.BroadcastChannel(channelOf(worker));
    const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const isAnswer = kind === "answer";
    const end = (says: string) => {
      clearTimeout(timer);
      channel.close();
      resolve(MARK + says);
    };
    // A page that says nothing has other things to do, or is gone, and its worker with it.
    const timer = setTimeout(
      () => end(isAnswer ? SAYS.wait : SAYS.goOn),
      BUSY_MILLISECONDS + (isAnswer ? SLICE_MILLISECONDS : 0),
    );
    channel.onmessage = ({ data }) => {
      const { to, says } = data as Partial<Said>;
      if (to === id && says !== undefined) end(says);
    };
    channel.postMessage({ id, asks: kind + numbers } satisfies Question);
  });
}
