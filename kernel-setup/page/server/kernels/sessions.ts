import { newId } from "../../../jupyter/messages/message";
import { ApiError } from "../api-error";
import type { Kernels } from "./kernels";

/** A document and its kernel. */
interface Session {
  id: string;
  path: string;
  name: string;
  type: string;
  kernelId: string;
}

/** What a page asks for. */
export interface SessionRequest {
  path?: unknown;
  name?: unknown;
  type?: unknown;
  kernel?: unknown;
}

/** Which document works with which kernel. One document has one kernel, in however many tabs. */
export class Sessions {
  readonly #kernels: Kernels;
  readonly #cwdOf: (path: string) => string;
  readonly #sessions = new Map<string, Session>();

  /** @param cwdOf The folder in which the kernel of a document works. */
  constructor(kernels: Kernels, cwdOf: (path: string) => string) {
    this.#kernels = kernels;
    this.#cwdOf = cwdOf;
  }

  /** All sessions; those whose kernel was shut down are over. */
  get all() {
    return [...this.#sessions.values()].flatMap((session) => {
      if (this.#kernels.all.some(({ id }) => id === session.kernelId))
        return [this.#model(session)];
      this.#sessions.delete(session.id);
      return [];
    });
  }

  /** The session of a document: the one there is, or a new one with a kernel of its own. */
  open({ path, name, type, kernel }: SessionRequest) {
    if (typeof path !== "string" || path === "") {
      throw new ApiError(400, `expected the path of a document, but got ${JSON.stringify(path)}.`);
    }
    const there = this.all.find((session) => session.path === path);
    if (there) return there;
    const session = {
      id: newId(),
      path,
      name: typeof name === "string" ? name : "",
      type: typeof type === "string" ? type : "notebook",
      kernelId: this.#kernelFor(kernel, path),
    };
    this.#sessions.set(session.id, session);
    return this.#model(session);
  }

  #kernelFor(kernel: unknown, path: string): string {
    const { id, name } = (kernel ?? {}) as { id?: unknown; name?: unknown };
    if (typeof id === "string") return this.#kernels.get(id).id;
    return this.#kernels.start(name, this.#cwdOf(path)).id;
  }

  /** @throws ApiError 404 */
  get(id: string) {
    const session = this.all.find((each) => each.id === id);
    if (session) return session;
    throw new ApiError(404, `expected a session, but got ${JSON.stringify(id)}.`);
  }

  /** Gives a session another path, name or kernel; the old kernel ends. */
  async change(id: string, { path, name, type, kernel }: SessionRequest) {
    this.get(id);
    const session = this.#sessions.get(id) as Session;
    if (typeof path === "string") session.path = path;
    if (typeof name === "string") session.name = name;
    if (typeof type === "string") session.type = type;
    if (typeof kernel === "object" && kernel !== null) {
      const old = session.kernelId;
      session.kernelId = this.#kernelFor(kernel, session.path);
      const isUsed = [...this.#sessions.values()].some(({ kernelId }) => kernelId === old);
      if (!isUsed) await this.#kernels.shutdown(old);
    }
    return this.#model(session);
  }

  /** Ends a session and its kernel. */
  async close(id: string): Promise<void> {
    const { kernel } = this.get(id);
    this.#sessions.delete(id);
    await this.#kernels.shutdown(kernel.id);
  }

  #model({ id, path, name, type, kernelId }: Session) {
    const kernel = this.#kernels.get(kernelId).model;
    return { id, path, name, type, kernel, notebook: { path, name } };
  }
}
