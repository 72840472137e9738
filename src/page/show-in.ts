import { home } from "../home/here";
import type { MimeBundle } from "../show/displayable";
import { HOOK, type KernelDisplay } from "../show/emit";
import { refusal } from "../text/refusal";
import { words } from "../text/texts";

/** As far as it is used here: an element of a page. */
export interface PageElement {
  innerHTML: string;
  textContent: string | null;
  readonly ownerDocument: { createElement(name: string): PageElement };
  append(...children: PageElement[]): void;
  replaceChildren(...children: PageElement[]): void;
  replaceWith(other: PageElement): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

/**
 * From now on all that is shown, by `show`, `check` and others, appears in an element of the page, one
 * below the other: as a page of lessons shows it, alive.
 *
 * @param place such as `document.body`
 * @throws when it is no element, such as the null that a selector gives which fits none
 */
export function showIn(place: object): void {
  const element = place as PageElement;
  if (!isElement(place)) {
    const got = place === null ? words("got.noElement") : home.inspect(place, { depth: 0 });
    throw new Error(refusal("showIn", words("expected.element"), got));
  }
  const named = new Map<string, PageElement>();
  const display: KernelDisplay = (bundle, { displayId, update }) => {
    const known = update && displayId !== undefined ? named.get(displayId) : undefined;
    const output = known ?? element.ownerDocument.createElement("div");
    if (displayId !== undefined) named.set(displayId, output);
    // In the page first: its scripts look for what stands beside them.
    if (known === undefined) element.append(output);
    fill(output, bundle);
  };
  Object.assign(globalThis, { [HOOK]: display });
}

/** By what is used of it: a page may show in an element of a frame, whose classes are others. */
const isElement = (place: unknown): boolean =>
  typeof place === "object" &&
  place !== null &&
  "innerHTML" in place &&
  typeof (place as PageElement).append === "function";

function fill(output: PageElement, bundle: MimeBundle): void {
  const { createElement } = output.ownerDocument;
  const make = createElement.bind(output.ownerDocument);
  const html = bundle["text/html"];
  if (typeof html !== "string") {
    const text = make("pre");
    text.textContent = String(bundle["text/plain"] ?? `[${Object.keys(bundle).join(", ")}]`);
    output.replaceChildren(text);
    return;
  }
  output.innerHTML = html;
  for (const script of [...output.querySelectorAll("script")]) {
    // A script that came as text does not run.
    const live = make("script");
    live.textContent = script.textContent;
    script.replaceWith(live);
  }
}
