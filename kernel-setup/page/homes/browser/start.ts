import type { FoundKernelSpec } from "../../../jupyter/kernelspecs/spec";
import { whatOf } from "../../server/app";
import type { ContentsEvent } from "../../server/events";
import type { KernelStarter, Line } from "../../server/home";
import { type NotebookServer, openNotebooks, type Served } from "../../server/notebook-server";
import { refusalOf } from "../../server/refusal";
import { KernelFiles } from "./kernel-files";
import { Lessons, type SiteLessons } from "./lessons";
import { fetchFor, pageRoutes } from "./page-routes";
import { PageSocket } from "./page-socket";
import { pageSecrets } from "./secrets";
import { type Store, StoredFiles } from "./stored-files";

/**
 * The server's address, which is nobody's: what is asked there is answered in the page, and what should
 * ever leave it leads nowhere (RFC 6761).
 */
const ADDRESS = "https://home.invalid/";

/** The folder that is served: by these names the library knows where a scorecard belongs. */
const NOTEBOOKS = "/notebooks/mine";
const SCORECARD = `${NOTEBOOKS}/scorecard.json`;
const KEPT = "/kept";

const SPEC: FoundKernelSpec = {
  name: "tslab",
  folder: "/kernels/tslab",
  spec: { argv: [], display_name: "TypeScript", language: "typescript" },
};

/** Requests that are not about files: a kernel may take its time, and nothing else shall wait for it. */
const NO_FILES = /^\/api\/(?:kernels|sessions|kernelspecs|me|status)(?:\/|$)/;

/** The other tabs of the site. */
export interface Tabs {
  /** Tells all others what has happened to files here. */
  tell(events: ContentsEvent[]): void;
  /** Is called with what has happened in another. */
  onTold: (events: ContentsEvent[]) => void;
}

/** What a home in a page is made of. */
export interface HomeParts {
  /** Starts kernels that see these files. */
  kernels(files: KernelFiles): KernelStarter;
  /** The version of the pack. */
  version: string;
  /** What the page is told of the site: the lessons, say. */
  config: Record<string, unknown>;
  lessons: SiteLessons;
  /** What keeps the files beyond the page; where it cannot be read, they last as long as the page. */
  store: Store;
  tabs?: Tabs;
  /** The page's own ways out: for all that is not asked of the home. */
  network: Network;
}

/** What reaches others than the home. */
export interface Network {
  fetch: typeof fetch;
  WebSocket: new (url: string | URL, protocols?: string | string[]) => object;
}

/** What Jupyter's services are told of the home: a part of their `ServerConnection.ISettings`. */
export interface HomeSettings extends Network {
  baseUrl: string;
  wsUrl: string;
  appendToken: boolean;
}

/**
 * Starts the server in the page.
 *
 * @returns by which Jupyter's services find it; all else that they ask goes to the network
 */
export async function startHome(parts: HomeParts): Promise<HomeSettings> {
  const { config, version, store, tabs, network } = parts;
  const folders = [NOTEBOOKS, KEPT, SPEC.folder];
  const stored = await StoredFiles.open(store, folders).catch((error: Error) => {
    console.warn(`What is done here lasts as long as the page: ${error.message}`);
    return StoredFiles.open(undefined, folders);
  });
  const kernels = parts.kernels(new KernelFiles(stored, NOTEBOOKS, SCORECARD));
  const lessons = new Lessons(parts.lessons, stored, NOTEBOOKS);
  const home = { files: stored.files, secrets: pageSecrets, kernels };
  const served: Served = {
    notebooks: NOTEBOOKS,
    kept: KEPT,
    kernels: [SPEC],
    work: { home: "page", pack: version, scorecard: SCORECARD },
    lessonOf: (hash) => lessons.find(hash),
  };
  const routes = pageRoutes({ ...config, isKept: stored.isKept }, lessons);
  const open = () => openNotebooks(home, served, { routes });
  // Its secret is one for all tabs. Where there is no room for it, everything can be read all the same.
  const server = await stored.run(open).catch(open);
  if (tabs) hear(tabs, server, stored);
  return {
    baseUrl: ADDRESS,
    wsUrl: ADDRESS.replace(/^http/, "ws"),
    appendToken: false,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (!isHere(request.url)) return network.fetch(request);
      return answer(request, { server, stored, lessons, tabs });
    },
    WebSocket: socketsTo(server.lineTo, network.WebSocket),
  };
}

/** What answers. */
interface Opened {
  server: NotebookServer;
  stored: StoredFiles;
  lessons: Lessons;
  tabs: Tabs | undefined;
}

const isHere = (address: string | URL) => new URL(address).host === new URL(ADDRESS).host;

/** Answers once all is kept that the request has changed. */
async function answer(
  request: Request,
  { server, stored, lessons, tabs }: Opened,
): Promise<Response> {
  const { url, method, headers } = request;
  // Whole: it is read once more where another tab was faster, and Firefox has no stream of it.
  const body = /^(?:GET|HEAD)$/.test(method) ? undefined : await request.arrayBuffer();
  const ask = () => server.fetch(new Request(url, { method, headers, body }));
  if (NO_FILES.test(new URL(url).pathname)) return ask();
  let happened: ContentsEvent[] = [];
  try {
    await fetchFor(request, lessons);
    const answered = await stored.run(async () => {
      happened = [];
      const stop = server.events.listen((event) => happened.push(event));
      try {
        return await ask();
      } finally {
        stop();
      }
    });
    if (happened.length > 0) tabs?.tell(happened);
    return answered;
  } catch (error) {
    const { status, body: said, headers } = refusalOf(error as Error, whatOf(request));
    return new Response(JSON.stringify(said), {
      status,
      headers: { "Content-Type": "application/json", ...headers },
    });
  }
}

/** Takes over what other tabs do, and lets the page hear of it. */
function hear(tabs: Tabs, server: NotebookServer, stored: StoredFiles): void {
  tabs.onTold = (events) =>
    void stored.run(() => {
      for (const event of events) server.events.emit(event);
    });
}

/** Sockets of which those to the home stay in the page. */
function socketsTo(
  lineTo: NotebookServer["lineTo"],
  Others: Network["WebSocket"],
): Network["WebSocket"] {
  // A constructor that gives another object: its callers want one they can call with `new`.
  return class {
    constructor(url: string | URL, protocols?: string | string[]) {
      const here = (line: Line) => lineTo(new URL(url))(line);
      // biome-ignore lint/correctness/noConstructorReturn: it is one of two kinds.
      return isHere(url) ? new PageSocket(protocols, here) : new Others(url, protocols);
    }
  };
}
