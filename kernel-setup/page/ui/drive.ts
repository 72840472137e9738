import { type Contents, Drive, ServerConnection } from "@jupyterlab/services";
import { addressOf, encoded, fileAddressOf } from "./address";
import { dataAddressOf, isShown } from "./download";
import { site } from "./site";
import { say } from "./words";

/** What a user decides when a file has changed elsewhere. */
export type Choice = "mine" | "theirs" | "both";

/** What has become of a file. */
export interface FileState {
  /** A notebook; nothing at that place; or something that cannot be read as one. */
  kind: "notebook" | "gone" | "damaged";
  /** What the server says of what is no notebook. */
  why: string;
}

/**
 * The server's files, with a promise: what another tab or program has saved is never overwritten
 * unasked. Each save names the state it builds on; the server refuses it when the file has another.
 */
export class GuardedDrive extends Drive {
  /** The hash of each file as this page has read or saved it. */
  readonly seen = new Map<string, string>();
  /** Asked when a save was refused because the file holds another notebook. */
  onConflict: ((path: string) => Promise<Choice>) | undefined;
  /** Called when the conflict was solved by taking the other state. */
  onTheirs: ((path: string) => void) | undefined;
  /** Called when a save was refused because there is no notebook any more to build on. */
  onLost: ((state: FileState) => void) | undefined;
  /** Called when a save has failed. */
  onFailure: ((error: Error) => void) | undefined;
  /** Called when something was saved. */
  onSaved: (() => void) | undefined;
  /** The files whose next save goes over whatever is there, or where nothing is. */
  readonly overwrite = new Set<string>();
  /** The old names of what this page renames itself. */
  readonly renamedHere = new Set<string>();
  /** Each file as the server has last described it to this page. */
  readonly #known = new Map<string, Contents.IModel>();
  #asking = false;
  /** The last save: the next one waits for it, since it builds on what that one leaves. */
  #saving: Promise<unknown> = Promise.resolve();

  override async get(path: string, options?: Contents.IFetchOptions): Promise<Contents.IModel> {
    // Jupyter's own look before each save is answered with what this page knows: the server decides.
    const known = this.#known.get(path);
    if (options?.content === false && known !== undefined) return known;
    const model = await super.get(path, options).catch((error: Error) => {
      throw site ? unfetched(error) : error;
    });
    if (options?.content !== false) this.#saw(path, model);
    return model;
  }

  #saw(path: string, model: Contents.IModel): void {
    if (!model.hash) return;
    this.seen.set(path, model.hash);
    this.#known.set(path, { ...model, content: null });
  }

  /** What there is at a path now; what this page knows stays as it is. */
  async stateOf(path: string): Promise<FileState> {
    try {
      await super.get(path, { type: "notebook", format: "json", content: true });
      return { kind: "notebook", why: "" };
    } catch (error) {
      const { response, message: why } = error as { response?: Response; message: string };
      if (response?.status === 404) return { kind: "gone", why };
      if (response?.status === 400 || response?.status === 413) return { kind: "damaged", why };
      throw error;
    }
  }

  override async rename(path: string, to: string): Promise<Contents.IModel> {
    this.renamedHere.add(path);
    try {
      const model = await super.rename(path, to);
      this.#saw(to, model);
      return model;
    } catch (error) {
      this.renamedHere.delete(path);
      throw error;
    }
  }

  /**
   * Where a link in a text leads: from lesson to lesson it stays in the page. A file comes with its own
   * key; one of a home in the page comes whole where it is shown, and else when it is asked for.
   */
  override async getDownloadUrl(path: string): Promise<string> {
    if (path.endsWith(".ipynb")) return addressOf(path);
    if (site && !isShown(path)) return fileAddressOf(path);
    // What is not there shows nothing; all else of the text does.
    if (site) return this.file(path).then(dataAddressOf, () => "data:,");
    const { serverSettings: settings } = this;
    const asked = `${settings.baseUrl}api/page/files/${encoded(path)}`;
    const answer = await ServerConnection.makeRequest(asked, {}, settings);
    const url = await super.getDownloadUrl(path);
    return answer.ok ? `${url}?key=${(await answer.json()).key}` : url;
  }

  /** A file as it is. @throws ResponseError where it is not there */
  async file(path: string): Promise<Blob> {
    const { serverSettings: settings } = this;
    const url = `${settings.baseUrl}files/${encoded(path)}`;
    const answer = await ServerConnection.makeRequest(url, {}, settings);
    if (!answer.ok) throw await ServerConnection.ResponseError.create(answer);
    return answer.blob();
  }

  /** The hash of a file on disk now. */
  async hashNow(path: string): Promise<string | undefined> {
    return (await super.get(path, { content: false, hash: true })).hash ?? undefined;
  }

  /**
   * Saves, or asks what to keep.
   *
   * @throws Error that Jupyter's context takes for a decision and says nothing about: it would open a
   *   dialog each time. Of a failure `onFailure` or `onLost` has been told, once for each try.
   */
  override async save(
    path: string,
    draft: Partial<Contents.IModel> = {},
  ): Promise<Contents.IModel> {
    try {
      return await this.#saveOrAsk(path, draft);
    } catch (error) {
      if ((error as Error).name !== DECIDED) this.onFailure?.(error as Error);
      throw decided();
    }
  }

  async #saveOrAsk(path: string, draft: Partial<Contents.IModel>): Promise<Contents.IModel> {
    if (this.overwrite.delete(path)) return this.#putAnyway(path, draft);
    try {
      return await this.#put(path, draft, (): Record<string, string> => {
        const known = this.seen.get(path);
        return known === undefined ? {} : { "If-Match": `"${known}"` };
      });
    } catch (error) {
      if (!this.#mayAskAfter(error)) throw error;
    }
    const state = await this.stateOf(path);
    if (state.kind !== "notebook") {
      this.onLost?.(state);
      throw decided();
    }
    const kept = await this.#askWhatToKeep(path, draft);
    if (kept !== undefined) return kept;
    this.onTheirs?.(path);
    throw decided();
  }

  /** Whether a save failed since the file is another one, and nobody is being asked about that yet. */
  #mayAskAfter(error: unknown): boolean {
    const status = (error as { response?: Response }).response?.status;
    return status === 409 && this.onConflict !== undefined && !this.#asking;
  }

  /** Asks what to keep, and keeps it. @returns what was saved over the file; nothing when it stays as it is */
  async #askWhatToKeep(
    path: string,
    draft: Partial<Contents.IModel>,
  ): Promise<Contents.IModel | undefined> {
    this.#asking = true;
    try {
      const choice = await this.onConflict?.(path);
      if (choice === "mine") return await this.#putAnyway(path, draft);
      if (choice === "both") await this.saveCopy(path, draft);
      return undefined;
    } finally {
      this.#asking = false;
    }
  }

  #putAnyway(path: string, draft: Partial<Contents.IModel>): Promise<Contents.IModel> {
    return this.#put(path, draft, () => ({ "If-Match": "*" }));
  }

  /** Saves a notebook beside another. @returns the path of the copy. */
  saveCopy(path: string, draft: Partial<Contents.IModel>): Promise<string> {
    const stem = path.replace(/\.ipynb$/, "");
    return this.saveNew((number) => `${stem}-mine-${number}.ipynb`, draft, 1);
  }

  /**
   * Saves what was open under an old name under its new one. If the file there has been saved since,
   * it asks what to keep: what is here, what is there, or both.
   */
  async saveRenamed(old: string, path: string, draft: Partial<Contents.IModel>): Promise<void> {
    try {
      await this.#put(path, draft, () => ({ "If-Match": `"${this.seen.get(old)}"` }));
    } catch (error) {
      if (!this.#mayAskAfter(error)) throw error;
      await this.#askWhatToKeep(path, draft);
    }
  }

  /** Saves a new file under the first name that is free; which one that is, the server knows. */
  async saveNew(
    nameOf: (number: number) => string,
    draft: Partial<Contents.IModel>,
    from = 0,
  ): Promise<string> {
    for (let number = from; ; number++) {
      const path = nameOf(number);
      try {
        await this.#put(path, draft, () => ({ "If-None-Match": "*" }));
        return path;
      } catch (error) {
        if ((error as { response?: Response }).response?.status !== 409) throw error;
      }
    }
  }

  /** Lets the saved outputs of a notebook run their scripts, if the file is still as it was read. */
  async trust(path: string): Promise<void> {
    const known = this.seen.get(path);
    await this.#request(`${encoded(path)}/trust`, {
      method: "POST",
      headers: known === undefined ? {} : { "If-Match": `"${known}"` },
    });
  }

  #put(
    path: string,
    draft: Partial<Contents.IModel>,
    condition: () => Record<string, string>,
  ): Promise<Contents.IModel> {
    const saved = this.#saving.then(() => this.#putNow(path, draft, condition()));
    this.#saving = saved.catch(() => {});
    return saved;
  }

  async #putNow(
    path: string,
    draft: Partial<Contents.IModel>,
    headers: Record<string, string>,
  ): Promise<Contents.IModel> {
    const { type, format, content } = draft;
    const body = JSON.stringify({ type, format, content });
    const answer = await this.#request(encoded(path), { method: "PUT", headers, body });
    const model: Contents.IModel = await answer.json();
    this.#saw(path, model);
    this.onSaved?.();
    return model;
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const { serverSettings: settings } = this;
    const url = `${settings.baseUrl}api/contents/${path}`;
    const answer = await ServerConnection.makeRequest(url, init, settings);
    if (!answer.ok) throw await ServerConnection.ResponseError.create(answer);
    return answer;
  }
}

/** HTTP's words for what is not there now, a lesson that the site does not give, and for a full storage. */
const [NOT_NOW, NO_ROOM] = [503, 507];

/** An error with words for a reader who has no server to ask. */
function unfetched(error: Error & { response?: Response }): Error {
  const status = error.response?.status;
  if (status === NOT_NOW) error.message = say("lessonMissing", { why: error.message });
  if (status === NO_ROOM) error.message = say("noRoomForLesson");
  return error;
}

/** The name that Jupyter's context takes for a decision of the user. */
const DECIDED = "ModalCancelError";

const decided = () => Object.assign(new Error("The file was not saved."), { name: DECIDED });
