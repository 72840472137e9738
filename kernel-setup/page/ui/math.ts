import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";

const DELIMITERS = [
  { left: "$$", right: "$$", display: true },
  { left: "\\[", right: "\\]", display: true },
  { left: "$", right: "$", display: false },
  { left: "\\(", right: "\\)", display: false },
];

/** Sets the formulas in texts and outputs with KaTeX, which is loaded at the first one. */
export const math: IRenderMime.ILatexTypesetter = {
  async typeset(element) {
    if (!/[$\\]/.test(element.textContent ?? "")) return;
    const { default: render } = await import("katex/contrib/auto-render");
    render(element, { delimiters: DELIMITERS, throwOnError: false, trust: false });
  },
};
