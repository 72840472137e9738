const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const button = document.getElementById("theme");

const isDark = () => (root.className === "" ? system.matches : root.className === "dark");

function tell() {
  button.setAttribute("aria-pressed", isDark());
  // Charts look at the body for a change of theme.
  document.body.className = root.className;
}

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

// What scrolls sideways must be within reach of the keyboard, and only that.
const reach = (element) => {
  if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
};
const watch = new ResizeObserver((changes) => {
  for (const { target } of changes) reach(target);
});
for (const element of document.querySelectorAll("pre, .wide, .output, .katex-display")) {
  watch.observe(element);
}
