import type { SiteLessons } from "../lessons";
import { type HomeParts, type HomeSettings, startHome } from "../start";
import { IndexedStore } from "./indexed-store";
import type { SiteKernels } from "./site-kernels";
import { tabsOf } from "./tabs";

/** What a site says of itself to its page: see page/site/notebook-page.ts. */
export interface SiteConfig extends Record<string, unknown> {
  /** What each lesson is made of now, by its path. */
  origins: SiteLessons["origins"];
  /** The version of the pack. */
  version: string;
  kernels: SiteKernels;
}

/** Where the lessons lie, from the page. */
const LESSONS = "lessons/";

/**
 * Starts the home of the notebook page of a site: the server, with its files in this browser.
 *
 * @param site The site's folder.
 * @param config What the page starts with.
 */
export const openHomeWith = (
  kernels: HomeParts["kernels"],
  site: URL,
  { origins, version, kernels: _, ...config }: SiteConfig,
): Promise<HomeSettings> =>
  startHome({
    kernels,
    version,
    config,
    lessons: { origins, read },
    store: new IndexedStore(site),
    tabs: tabsOf(site),
    network: { fetch: (input, init) => fetch(input, init), WebSocket },
  });

/** By its hash: no cache gives an older one. */
const read: SiteLessons["read"] = async (path, { lesson }) => {
  const place = path.split("/").map(encodeURIComponent).join("/");
  const address = new URL(`${LESSONS}${place}?v=${lesson.slice(0, 12)}`, document.baseURI);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the answer ${answer.status}`);
  return answer.text();
};
