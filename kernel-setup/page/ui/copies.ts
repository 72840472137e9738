import { showErrorMessage } from "@jupyterlab/apputils";
import { ServerConnection } from "@jupyterlab/services";
import { encoded } from "./address";
import { button } from "./elements";
import { site } from "./site";
import { say } from "./words";

/** What has become of a learner's copy of a lesson, in the words of the server's contents/copies.ts. */
export type CopyState = "new" | "refreshed" | "current" | "behind" | "unreadable";

const COPIES = "api/page/copies";

/** What a home in the page says of the copies of lessons; npm start says that in its terminal. */
export class Copies {
  readonly #settings: ServerConnection.ISettings;

  constructor(settings: ServerConnection.ISettings) {
    this.#settings = settings;
  }

  /** All that were opened, by path; none where there is no such home. */
  async states(): Promise<Record<string, CopyState>> {
    return site ? this.#ask("") : {};
  }

  /** Says above an open lesson that it is an older one, or none, with a way to the new one. */
  async watch(
    path: string,
    note: (words: string, action: HTMLElement) => void,
    save: () => Promise<void>,
  ): Promise<void> {
    if (!site) return;
    const { state } = await this.#ask<{ state: CopyState }>(path);
    if (state !== "behind" && state !== "unreadable") return;
    const label = say("takeNewLesson");
    const take = async () => {
      try {
        await save();
        await this.#ask(path, "POST");
        location.reload();
      } catch (error) {
        await showErrorMessage(label, error as Error);
      }
    };
    const words = say(state === "behind" ? "lessonBehind" : "lessonUnreadable");
    note(words, button(label, label, take, "take-new-lesson"));
  }

  async #ask<T>(path: string, method = "GET"): Promise<T> {
    const address = `${this.#settings.baseUrl}${COPIES}${path && `/${encoded(path)}`}`;
    const answer = await ServerConnection.makeRequest(address, { method }, this.#settings);
    if (!answer.ok) throw await ServerConnection.ResponseError.create(answer);
    return answer.json();
  }
}
