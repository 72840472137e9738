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

/** A button that leaves the focus where it is. */
export function button(label: string, title: string, onclick: () => unknown, id = "") {
  const made = element("button", { type: "button", title, id, textContent: label });
  // The cell keeps the focus: a click on "Run" runs it.
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", () => void onclick());
  return made;
}
