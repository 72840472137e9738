/** Lets a button change between light and dark, and remembers it. */
export function followTheme(button: HTMLElement): void {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.className === "" ? system.matches : root.className === "dark");
  const tell = () => {
    button.setAttribute("aria-pressed", String(isDark()));
    // Charts look at the body for a change of theme.
    document.body.className = root.className;
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    root.className = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.className);
    } catch {
      // Then it holds for this page alone.
    }
    tell();
  });
  system.addEventListener("change", tell);
  tell();
}
