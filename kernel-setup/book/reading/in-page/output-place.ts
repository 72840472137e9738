import type { Language } from "../../../../src/text/languages";
import type { Output } from "../../../jupyter/notebook-files/notebook";
import { showFrames } from "../../../outputs/in-page/frames";
import { parseHtml } from "../../../outputs/in-page/parse-html";
import { outputHtml } from "../../../outputs/output-html";
import { keepWithinReach } from "./reach";

/** What a page shows outputs with. */
export interface OutputPage {
  language: Language;
  /** The file in which outputs run scripts of their own. */
  frame: string;
  frameTitle: string;
  /** What the group of a cell's outputs is called. */
  label: string;
}

/** The outputs below one cell. */
export class OutputPlace {
  readonly #page: OutputPage;
  readonly #cell: HTMLElement;
  #shown: { is: unknown; element: HTMLElement }[] = [];

  constructor(cell: HTMLElement, page: OutputPage) {
    this.#cell = cell;
    this.#page = page;
  }

  /** Shows these outputs. What is there already stays as it is: a chart goes on growing in its place. */
  show(outputs: readonly Output[]): void {
    const before = this.#shown;
    const group = this.#group();
    this.#shown = outputs.map((output, i) => {
      const is = identityOf(output);
      const old = before[i];
      if (old?.is === is) return old;
      const element = old?.element ?? document.createElement("div");
      element.innerHTML = outputHtml(output, {
        language: this.#page.language,
        parse: parseHtml,
      });
      if (old === undefined) group.append(element);
      showFrames(element, this.#page.frame, this.#page.frameTitle);
      keepWithinReach(element);
      element.dispatchEvent(new Event("outputshown", { bubbles: true }));
      return { is, element };
    });
    for (const { element } of before.slice(outputs.length)) element.remove();
  }

  /** What the page was saved with goes when the first run begins. */
  #group(): HTMLElement {
    const found = this.#cell.querySelector<HTMLElement>(":scope > .output");
    if (found?.dataset.fresh !== undefined) return found;
    found?.remove();
    const group = document.createElement("div");
    group.className = "output";
    group.dataset.fresh = "";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.#page.label);
    this.#cell.append(group);
    keepWithinReach(this.#cell);
    return group;
  }
}

/** What changes when an output does: a display gets other data, a stream a longer text. */
const identityOf = (output: Output): unknown =>
  output.output_type === "stream"
    ? `${output.name} ${output.text}`
    : "data" in output
      ? output.data
      : output;
