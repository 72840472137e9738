import { button, element } from "./elements";
import { followPhone } from "./phone";
import { say } from "./words";

/** What stands in the bar above a notebook. */
export interface BarParts {
  /** All in a row, where there is room. */
  wide: HTMLElement[];
  /** On a phone: what is needed again and again; what a menu holds; and what is told, in a second row. */
  phone: { row: HTMLElement[]; menu: HTMLElement[]; told: HTMLElement[] };
}

/** Fills the bar for as long as the page is shown: in one row, or on a phone in two with a menu. */
export function fillBar(bar: HTMLElement, { wide, phone }: BarParts): void {
  const menu = element("div", { id: "more-menu", hidden: true }, ...phone.menu);
  const more = button("⋯", "", () => show(menu.hidden === true), "more");
  more.setAttribute("aria-controls", menu.id);
  const show = (isShown: boolean) => {
    menu.hidden = !isShown;
    more.setAttribute("aria-expanded", String(isShown));
    const words = say(isShown ? "lessMenu" : "moreMenu");
    more.title = words;
    more.setAttribute("aria-label", words);
  };
  show(false);
  // It goes as any menu does: by what is chosen in it, by a touch elsewhere, and by Escape.
  menu.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("button")) show(false);
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !more.contains(target)) show(false);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || menu.hidden) return;
    show(false);
    more.focus();
  });
  followPhone((isPhone) => {
    show(false);
    if (!isPhone) {
      bar.replaceChildren(...wide);
      return;
    }
    menu.replaceChildren(...phone.menu);
    const told = element("div", { className: "told" }, ...phone.told);
    bar.replaceChildren(...phone.row, more, menu, told);
  });
}
