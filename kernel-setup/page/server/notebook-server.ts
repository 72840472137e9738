import type { FoundKernelSpec } from "../../jupyter/kernelspecs/spec";
import { newId } from "../../jupyter/messages/message";
import { ApiError } from "./api-error";
import { type Entrance, makeApp } from "./app";
import { Checkpoints } from "./contents/checkpoints";
import { Folder } from "./contents/folder";
import { Reader } from "./contents/model";
import { Signatures } from "./contents/signatures";
import { Writer } from "./contents/writer";
import { Events } from "./events";
import type { Home, Line } from "./home";
import { connect } from "./kernels/channels";
import { Kernels } from "./kernels/kernels";
import { Sessions } from "./kernels/sessions";
import { inFolder } from "./paths";
import { folderOf } from "./routes/kernels";
import type { FindLesson } from "./routes/work";
import { Settings } from "./settings";
import { LearnerWork, type WorkPlace } from "./work/learner-work";

/** What is served. */
export interface Served {
  /** The folder that is served, and nothing outside it. */
  notebooks: string;
  /** The folder for what the server keeps: signatures and settings. */
  kept: string;
  /** The kernels that notebooks can ask for; the first is the default. */
  kernels: FoundKernelSpec[];
  /** Where a learner's work is that goes out and in as one file; without it none does. */
  work?: WorkPlace;
  /** Finds the lessons that links to notebooks build on; without it such links hold whole notebooks. */
  lessonOf?: FindLesson;
}

/** The server of a home, over whatever brings it requests and lines. */
export interface NotebookServer {
  fetch(request: Request): Response | Promise<Response>;
  /**
   * Who serves a line that is opened to an address.
   *
   * @throws ApiError 404 when there is none, or no such kernel.
   */
  lineTo(address: URL): (line: Line) => void;
  kernels: Kernels;
  /** What happens to files: a home hears of it here, and tells what has happened elsewhere. */
  events: Events;
  /**
   * Starts a kernel before a page asks for it; the first document in the same folder gets it.
   *
   * @param path Of a document, or "" for the folder itself.
   * @throws KernelError when the kernel does not start.
   */
  prepareKernel(path: string): Promise<void>;
  /** Ends all kernels, and keeps what was made last. */
  stop(): Promise<void>;
}

/**
 * The part of Jupyter Server's API that Jupyter's own front-end packages use, over what a home has.
 *
 * @param entrance What the home adds: who is let in, where others than its own page may ask, and routes.
 */
export function openNotebooks(home: Home, served: Served, entrance?: Entrance): NotebookServer {
  const { files } = home;
  const { kernels: specs } = served;
  const folder = new Folder(files, served.notebooks);
  const signatures = new Signatures(home, served.kept);
  const checkpoints = new Checkpoints(home);
  const events = new Events();
  const kernels = new Kernels(home.kernels, specs, {
    onOutput: (content) => signatures.made(content),
  });
  const sessions = new Sessions(kernels, (path) => folderOf(folder, path));
  const contents = {
    files,
    folder,
    reader: new Reader(home, folder, signatures),
    writer: new Writer(home, folder, signatures, checkpoints),
    checkpoints,
    events,
  };
  const settings = new Settings(files, inFolder(served.kept, "settings"));
  const work = served.work && new LearnerWork(home, folder, served.work);
  const { lessonOf } = served;
  const app = makeApp({ contents, kernels, sessions, specs, settings, work, lessonOf }, entrance);
  return {
    fetch: app.fetch,
    lineTo({ pathname, searchParams }) {
      const [, id] = /^\/api\/kernels\/([^/]+)\/channels$/.exec(pathname) ?? [];
      if (id !== undefined) {
        const kernel = kernels.get(id);
        const session = searchParams.get("session_id") ?? newId();
        return (line) => connect(line, kernel, session);
      }
      if (pathname !== "/api/events/subscribe") {
        throw new ApiError(404, `There is no websocket at ${pathname}.`);
      }
      return (line) => {
        line.onClose(events.listen((event) => line.send(JSON.stringify(event))));
      };
    },
    kernels,
    events,
    prepareKernel: (path) => kernels.prepare(folderOf(folder, path)),
    async stop() {
      await kernels.shutdownAll();
      signatures.close();
    },
  };
}
