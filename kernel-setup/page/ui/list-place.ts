import { button } from "./elements";
import { followPhone, isPhone } from "./phone";
import { say } from "./words";

/**
 * Whether the list of lessons is seen: beside the notebook, or on a phone over it. There it starts
 * closed each time, since it covers what one has come to read.
 */
export class ListPlace {
  readonly button: HTMLButtonElement;
  readonly #host: HTMLElement;

  /**
   * @param list what is shown and hidden, in `host`
   * @param keep is told what a user of a wide page wants
   */
  constructor(
    host: HTMLElement,
    list: HTMLElement,
    content: HTMLElement,
    start: { beside: boolean; over: boolean },
    keep: (isShown: boolean) => unknown,
  ) {
    this.#host = host;
    host.classList.toggle("list-hidden", !start.beside);
    host.classList.toggle("list-over", start.over);
    this.button = button(
      "☰",
      "",
      () => {
        const isShown = !this.isShown;
        this.#show(isShown);
        if (!isPhone()) keep(isShown);
      },
      "toggle-list",
    );
    this.button.setAttribute("aria-controls", list.id);
    followPhone(() => this.#name());
    // Over the notebook it goes as any menu does.
    content.addEventListener("pointerdown", () => this.#leave());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#leave();
    });
  }

  get isShown(): boolean {
    const { classList } = this.#host;
    return isPhone() ? classList.contains("list-over") : !classList.contains("list-hidden");
  }

  #show(isShown: boolean): void {
    const { classList } = this.#host;
    if (isPhone()) classList.toggle("list-over", isShown);
    else classList.toggle("list-hidden", !isShown);
    this.#name();
  }

  #leave(): void {
    if (isPhone() && this.isShown) this.#show(false);
  }

  #name(): void {
    const words = say(this.isShown ? "hide" : "show");
    this.button.title = words;
    this.button.setAttribute("aria-label", words);
    this.button.setAttribute("aria-expanded", String(this.isShown));
  }
}
