/**
 * Lets links to notebooks stay in the tab, wherever they stand: Jupyter opens a new one for each, and
 * who reads lesson after lesson would leave a row of tabs behind, each with its kernel.
 *
 * @param save what is called, and waited for, before the page is left
 */
export function stayInTab(save: () => Promise<void>): void {
  document.addEventListener("click", async (event) => {
    const wantsNewTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || wantsNewTab) return;
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return;
    const { origin, pathname, hash, href } = new URL(link.href);
    if (origin !== location.origin || !pathname.startsWith("/notebooks/")) return;
    event.preventDefault();
    if (pathname === location.pathname) {
      location.hash = hash;
      return;
    }
    await save();
    location.href = href;
  });
}
