import { type Contents, Drive, ServerConnection } from "@jupyterlab/services";
import { addressOf } from "./address";

/** What a user decides when a file has changed elsewhere. */
export type Choice = "mine" | "theirs" | "both";

/**
 * The server's files, with a promise: what another tab or program has saved is never overwritten
 * unasked. Each save names the state it builds on; the server refuses it when the file has another.
 */
export class GuardedDrive extends Drive {
  /** The hash of each file as this page has read or saved it. */
  readonly seen = new Map<string, string>();
  /** Asked when a save was refused. */
  onConflict: ((path: string) => Promise<Choice>) | undefined;
  /** Called when the conflict was solved by taking the other state. */
  onTheirs: ((path: string) => void) | undefined;
  #asking = false;
  /** The last save: the next one waits for it, since it builds on what that one leaves. */
  #saving: Promise<unknown> = Promise.resolve();

  override async get(path: string, options?: Contents.IFetchOptions): Promise<Contents.IModel> {
    const model = await super.get(path, options);
    const known = this.seen.get(path);
    // Jupyter's own check before each save is answered with what this page knows: the server decides.
    if (options?.content === false) return known === undefined ? model : { ...model, hash: known };
    if (model.hash) this.seen.set(path, model.hash);
    return model;
  }

  /** Where a link in a text leads: from lesson to lesson it stays in the page. */
  override async getDownloadUrl(path: string): Promise<string> {
    return path.endsWith(".ipynb") ? addressOf(path) : super.getDownloadUrl(path);
  }

  /** The hash of a file on disk now. */
  async hashNow(path: string): Promise<string | undefined> {
    return (await super.get(path, { content: false, hash: true })).hash ?? undefined;
  }

  override async save(
    path: string,
    draft: Partial<Contents.IModel> = {},
  ): Promise<Contents.IModel> {
    try {
      return await this.#put(path, draft, (): Record<string, string> => {
        const known = this.seen.get(path);
        return known === undefined ? {} : { "If-Match": `"${known}"` };
      });
    } catch (error) {
      const status = (error as { response?: Response }).response?.status;
      if (status !== 409 || !this.onConflict || this.#asking) throw error;
    }
    this.#asking = true;
    try {
      const choice = await this.onConflict(path);
      if (choice === "mine") return await this.#put(path, draft, () => ({ "If-Match": "*" }));
      if (choice === "both") {
        const copy = (number: number) => path.replace(/(\.ipynb)?$/, `-mine-${number}$1`);
        await this.saveNew(copy, draft, 1);
      }
      this.onTheirs?.(path);
      // Jupyter's context takes an error of this name for a decision, not for a failure.
      throw Object.assign(new Error("Cancel"), { name: "ModalCancelError" });
    } finally {
      this.#asking = false;
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
    if (model.hash) this.seen.set(path, model.hash);
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

const encoded = (path: string) => path.split("/").map(encodeURIComponent).join("/");
