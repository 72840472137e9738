/** Makes an element with its properties and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children);
  return made;
}

/** A sign with its words, which some places leave out: then it is heard all the same. */
export interface Signed {
  sign: string;
  words: string;
}

/** A label of a sign and words. */
export const signed = (sign: string, words: string): Signed => ({ sign, words });

/** A button that leaves the focus where it is. */
export function button(
  label: string | Signed,
  title: string,
  onclick: () => unknown,
  id = "",
): HTMLButtonElement {
  const made = element("button", { type: "button", title, id });
  if (typeof label === "string") made.textContent = label;
  else {
    made.append(
      label.sign,
      element("span", { className: "words", textContent: ` ${label.words}` }),
    );
    made.setAttribute("aria-label", label.words);
  }
  // The cell keeps the focus: a click on "Run" runs it.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", () => void onclick());
  return made;
}
