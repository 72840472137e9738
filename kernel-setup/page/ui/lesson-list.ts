import { Dialog, InputDialog, showDialog, showErrorMessage } from "@jupyterlab/apputils";
import type { ServiceManager } from "@jupyterlab/services";
import { addressOf, firstAddress } from "./address";
import type { Config, Lesson } from "./config";
import type { CopyState } from "./copies";
import type { GuardedDrive } from "./drive";
import { button, element } from "./elements";
import { site } from "./site";
import { currentLanguage, say } from "./words";
import { sentenceOf } from "./work-request";

const OWN = /\.ipynb$/;

/** The list of lessons with their progress, and of the user's own notebooks. */
export class LessonList {
  /** Called before the open notebook is left or gets another name: what is not saved yet would be lost. */
  beforeLeaving: () => Promise<void> = async () => {};
  /** What stands below the notebooks, as entries about all of them. */
  more: HTMLElement[] = [];
  readonly node = element("nav", { id: "lessons" });
  readonly #config: Config;
  readonly #manager: ServiceManager;
  readonly #drive: GuardedDrive;
  readonly #open: string | undefined;
  #states: Record<string, CopyState> = {};

  constructor(
    config: Config,
    manager: ServiceManager,
    drive: GuardedDrive,
    open: string | undefined,
  ) {
    this.#config = config;
    this.#manager = manager;
    this.#drive = drive;
    this.#open = open;
    this.node.setAttribute("aria-label", say("lessons"));
  }

  async update(): Promise<void> {
    const files = await this.#files();
    const own = files.filter((path) => OWN.test(path) && !this.isLesson(path));
    const passed = await this.#passed(files);
    const lessons = this.#config.lessons[currentLanguage()];
    const parts: Node[] = [];
    if (lessons.length > 0) {
      parts.push(element("h2", { textContent: say("lessons") }));
      parts.push(element("ul", {}, ...lessons.map((lesson) => this.#lesson(lesson, passed))));
    }
    parts.push(element("h2", { textContent: say("own") }));
    const items = own.map((path) => element("li", {}, this.#link(path, path)));
    if (items.length === 0) items.push(element("li", { textContent: say("none") }));
    parts.push(element("ul", {}, ...items));
    parts.push(
      button(say("newNotebook"), say("newNotebook"), () => this.#make(), "new-notebook"),
      button(say("openFile"), say("openFile"), () => this.#choose(), "open-file"),
    );
    if (this.#open !== undefined && !this.isLesson(this.#open))
      parts.push(button(say("rename"), say("rename"), () => this.#rename(), "rename"));
    // On a machine one deletes files.
    if (site && this.#open !== undefined && own.includes(this.#open))
      parts.push(button(say("delete"), say("delete"), () => this.#delete(), "delete"));
    if (this.more.length > 0) parts.push(element("h2", { textContent: say("work") }), ...this.more);
    if (site)
      parts.push(
        element("p", {
          className: "kept",
          textContent: say(this.#config.isKept === false ? "notKept" : "keptHere"),
          title: say("keptHereTitle"),
        }),
      );
    this.node.replaceChildren(...parts);
  }

  /** Shows which lessons there are newer ones of. */
  async mark(states: Record<string, CopyState>): Promise<void> {
    this.#states = states;
    if (Object.values(states).includes("behind")) await this.update();
  }

  #link(path: string, text: string): HTMLAnchorElement {
    const link = element("a", { href: addressOf(path), textContent: text });
    if (path === this.#open) link.setAttribute("aria-current", "page");
    return link;
  }

  #lesson({ path, title, exercises }: Lesson, passed: Set<string>): HTMLLIElement {
    const item = element("li", {}, this.#link(path, title));
    if (this.#states[path] === "behind") {
      const words = say("newerLesson");
      const sign = element("span", { className: "newer", title: words, textContent: "↑" });
      sign.setAttribute("role", "img");
      sign.setAttribute("aria-label", words);
      item.append(sign);
    }
    if (exercises.length === 0) return item;
    const done = exercises.filter((id) => passed.has(id)).length;
    const isDone = done === exercises.length;
    const total = exercises.length;
    const words = say("progress", { done: `${done}`, total: `${total}` });
    const count = element("span", {
      className: isDone ? "progress done" : "progress",
      title: words,
      textContent: `${isDone ? "✓ " : ""}${done}/${exercises.length}`,
    });
    count.setAttribute("aria-label", words);
    item.append(count);
    return item;
  }

  async #passed(files: string[]): Promise<Set<string>> {
    const { scorecard } = this.#config;
    // It is written when the first exercise has passed.
    if (scorecard === undefined || !files.includes(scorecard)) return new Set();
    try {
      const options = { type: "file", format: "text", content: true } as const;
      const { content } = await this.#manager.contents.get(scorecard, options);
      const { passed } = JSON.parse(content as string) as { passed?: Record<string, boolean> };
      return new Set(Object.keys(passed ?? {}).filter((id) => passed?.[id]));
    } catch {
      return new Set(); // just being written
    }
  }

  /** Whether a path is one of the lessons'. */
  isLesson(path: string): boolean {
    return Object.values(this.#config.lessons).some((all) => all.some((one) => one.path === path));
  }

  /** The files in the folder itself and one below. */
  async #files(): Promise<string[]> {
    const list = async (folder: string) => {
      const { content } = await this.#manager.contents.get(folder, { content: true });
      return content as { path: string; type: string }[];
    };
    try {
      const top = await list("");
      const folders = top.filter(({ type }) => type === "directory").slice(0, 50);
      const below = await Promise.all(folders.map(({ path }) => list(path)));
      return [top, ...below].flat().map(({ path }) => path);
    } catch {
      return []; // the server has ended: the notice says so
    }
  }

  async #make(): Promise<void> {
    await this.beforeLeaving();
    const { path } = await this.#manager.contents.newUntitled({ path: "", type: "notebook" });
    location.href = addressOf(path);
  }

  /** Lets the user choose a notebook of the machine; a copy of it goes into the folder, and opens. */
  #choose(): void {
    const input = element("input", { type: "file", accept: ".ipynb" });
    input.addEventListener("change", async () => {
      const [file] = input.files ?? [];
      if (file) await this.#take(file);
    });
    input.click();
  }

  async #take(file: File): Promise<void> {
    const stem = file.name
      .replace(OWN, "")
      .replaceAll(/[\\/:*?"<>|]/g, "-")
      .replace(/^\.+/, "");
    const nameOf = (number: number) => `${stem}${number === 0 ? "" : `-${number}`}.ipynb`;
    try {
      const content = parsed(await file.text());
      await this.beforeLeaving();
      const draft = { type: "notebook", format: "json", content } as const;
      const path = await this.#drive.saveNew(nameOf, draft);
      location.href = addressOf(path);
    } catch (error) {
      await showErrorMessage(say("notOpened"), error as Error);
    }
  }

  async #rename(): Promise<void> {
    const old = this.#open as string;
    const name = old.split("/").pop() as string;
    const asked = await InputDialog.getText({
      title: say("rename"),
      label: say("newName"),
      text: name.replace(OWN, ""),
      okLabel: say("rename"),
      cancelLabel: say("cancel"),
    });
    const stem = asked.value?.trim().replace(OWN, "");
    if (!asked.button.accept || !stem || `${stem}.ipynb` === name) return;
    const path = `${old.slice(0, -name.length)}${stem}.ipynb`;
    try {
      await this.beforeLeaving();
      await this.#manager.contents.rename(old, path);
      // The kernel goes along.
      const sessions = [...this.#manager.sessions.running()].filter((one) => one.path === old);
      await Promise.all(
        sessions.map((model) => this.#manager.sessions.connectTo({ model }).setPath(path)),
      );
      // Back must not lead to a name that there is no more.
      location.replace(addressOf(path));
    } catch (error) {
      await showErrorMessage(say("rename"), renameTrouble(stem, error));
    }
  }

  async #delete(): Promise<void> {
    const path = this.#open as string;
    const asked = await showDialog({
      title: say("delete"),
      body: say("deleteAsk", { name: path }),
      buttons: [
        Dialog.cancelButton({ label: say("cancel") }),
        Dialog.warnButton({ label: say("delete") }),
      ],
    });
    if (!asked.button.accept) return;
    try {
      // What would be saved later would bring it back.
      await this.beforeLeaving();
      await this.#manager.contents.delete(path);
      location.replace(firstAddress());
    } catch (error) {
      await showErrorMessage(say("delete"), error as Error);
    }
  }
}

/** Why a notebook could not get a name, in the reader's words: most often that is the name's own fault. */
function renameTrouble(name: string, error: unknown): string {
  const status = (error as { response?: Response }).response?.status;
  if (status === 409) return say("nameTaken", { name });
  if (status === 400 || status === 404) return say("nameRefused", { name });
  return sentenceOf(error);
}

/** @throws Error that says so where a text is no notebook at all */
function parsed(text: string): object {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(say("notOpenedWords"));
  }
}
