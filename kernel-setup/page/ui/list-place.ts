import { button } from "./elements";
import { say } from "./words";

/** Below this width the list lies over the notebook; page.css says the same. */
const NARROW = "(max-width: 700px)";

/**
 * Whether the list of lessons is seen: beside the notebook, or on a narrow page over it. There it
 * starts closed each time, since it covers what one has come to read.
 */
export class ListPlace {
  readonly button: HTMLButtonElement;
  readonly #host: HTMLElement;
  readonly #narrow = matchMedia(NARROW);

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
        if (!this.#narrow.matches) keep(isShown);
      },
      "toggle-list",
    );
    this.button.setAttribute("aria-controls", list.id);
    this.#narrow.addEventListener("change", () => this.#name());
    // Over the notebook it goes as any menu does.
    content.addEventListener("pointerdown", () => this.#leave());
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#leave();
    });
    this.#name();
  }

  get isShown(): boolean {
    const { classList } = this.#host;
    return this.#narrow.matches
      ? classList.contains("list-over")
      : !classList.contains("list-hidden");
  }

  #show(isShown: boolean): void {
    const { classList } = this.#host;
    if (this.#narrow.matches) classList.toggle("list-over", isShown);
    else classList.toggle("list-hidden", !isShown);
    this.#name();
  }

  #leave(): void {
    if (this.#narrow.matches && this.isShown) this.#show(false);
  }

  #name(): void {
    const words = say(this.isShown ? "hide" : "show");
    this.button.title = words;
    this.button.setAttribute("aria-label", words);
    this.button.setAttribute("aria-expanded", String(this.isShown));
  }
}
