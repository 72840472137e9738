import { fileAt, notebookAt, pathInAddress } from "./address";

/**
 * Lets links to notebooks stay in the tab, wherever they stand: Jupyter opens a new one for each, and
 * who reads lesson after lesson would leave a row of tabs behind, each with its kernel.
 *
 * @param save what is called, and waited for, before the page is left
 * @param download what gives a file of a home in the page
 */
export function stayInTab(
  save: () => Promise<void>,
  download: (path: string) => Promise<void>,
): void {
  document.addEventListener("click", async (event) => {
    const wantsNewTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || wantsNewTab) return;
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return;
    const address = new URL(link.href);
    const file = fileAt(address);
    const path = notebookAt(address);
    if (file === undefined && path === undefined) return;
    event.preventDefault();
    if (file !== undefined) {
      await download(file).catch(() => {});
    } else if (path === pathInAddress()) {
      location.hash = address.hash;
    } else {
      await save();
      location.href = address.href;
    }
  });
}
