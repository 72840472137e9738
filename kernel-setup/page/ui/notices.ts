import { button, element, signed } from "./elements";
import { say } from "./words";

/** What a notice is about; there is one of each at most. */
export type NoticeKind =
  | "kernel"
  | "server"
  | "key"
  | "save"
  | "file"
  | "renamed"
  | "restored"
  | "storage"
  | "lesson";

/** Sentences above the notebook, each with something to do about it. */
export class Notices {
  readonly node = element("div", { id: "notice" });

  constructor() {
    this.node.setAttribute("role", "status");
  }

  has(kind: NoticeKind): boolean {
    return this.#find(kind) !== undefined;
  }

  /** Shows a sentence in the place of an earlier one of its kind. */
  note(kind: NoticeKind, words: string, ...actions: HTMLElement[]): void {
    const old = this.#find(kind);
    // Said already: who listens to the page shall not hear it again and again.
    if (old?.firstChild?.textContent === words) return;
    const close = button(signed("✕", say("close")), say("close"), () => made.remove());
    const made = element("div", {}, element("span", { textContent: words }), ...actions, close);
    made.dataset.kind = kind;
    if (old) old.replaceWith(made);
    else this.node.append(made);
  }

  drop(kind: NoticeKind): void {
    this.#find(kind)?.remove();
  }

  #find(kind: NoticeKind): HTMLElement | undefined {
    const rows = [...this.node.children] as HTMLElement[];
    return rows.find((row) => row.dataset.kind === kind);
  }
}
