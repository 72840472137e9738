import { element } from "./elements";
import { onNewKey } from "./key";
import { inAll } from "./words";

/** What is there instead of the page while this browser has no key for it; with one, it goes on. */
export function showLocked(): void {
  const texts = inAll("locked").map(([lang, textContent]) => element("p", { lang, textContent }));
  document.getElementById("page")?.replaceChildren(element("main", { id: "locked" }, ...texts));
  onNewKey(() => location.reload());
}
