const watch = new ResizeObserver((changes) => {
  for (const { target } of changes) reach(target as HTMLElement);
});

function reach(element: HTMLElement): void {
  if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
}

/** What scrolls sideways must be within reach of the keyboard, and only that. */
export function keepWithinReach(root: ParentNode): void {
  for (const element of root.querySelectorAll("pre, .wide, .output, .katex-display"))
    watch.observe(element);
}
