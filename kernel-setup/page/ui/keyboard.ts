import type { OpenNotebook } from "./open-notebook";

/** What a keyboard on the screen takes at least, in CSS pixels; bars of the browser take less. */
const LEAST = 120;

/** What stays between the line that is typed in and the keyboard, in CSS pixels. */
const MARGIN = 12;

/**
 * Keeps the page above the keyboard of the screen, and the line that is typed in in sight. Some browsers
 * make the page lower themselves; others lay the keyboard over it, and tell what is left to be seen.
 *
 * @param opened The notebook that is open, if one is.
 */
export function stayAboveKeyboard(opened: () => OpenNotebook | undefined): void {
  const { visualViewport: seen } = window;
  if (!seen) return;
  const { style } = document.documentElement;
  let height = innerHeight;
  const fit = () => {
    // Who has come nearer with two fingers sees less, and wants to.
    const isCovered = seen.scale === 1 && innerHeight - seen.height > LEAST;
    if (isCovered) {
      style.setProperty("--seen-height", `${seen.height}px`);
      style.setProperty("--seen-top", `${seen.offsetTop}px`);
    } else for (const name of ["--seen-height", "--seen-top"]) style.removeProperty(name);
    const isLower = seen.height < height;
    height = seen.height;
    // After the notebook has taken in its new height, which it does in the next frame.
    if (isLower) requestAnimationFrame(() => requestAnimationFrame(() => showCursor(opened())));
  };
  for (const event of ["resize", "scroll"]) seen.addEventListener(event, fit);
  fit();
}

/** Scrolls the notebook as far as the line with the cursor needs to be seen. */
function showCursor(opened: OpenNotebook | undefined): void {
  if (!opened) return;
  const { content } = opened.panel;
  const editor = content.activeCell?.editor;
  if (!editor?.hasFocus()) {
    document.activeElement?.scrollIntoView({ block: "nearest" });
    return;
  }
  const line = editor.getCoordinateForPosition(editor.getCursorPosition());
  if (!line) return;
  const scrolled = content.outerNode ?? content.node;
  const { top, bottom } = scrolled.getBoundingClientRect();
  if (line.bottom + MARGIN > bottom) scrolled.scrollTop += line.bottom + MARGIN - bottom;
  else if (line.top - MARGIN < top) scrolled.scrollTop -= top - line.top + MARGIN;
}
