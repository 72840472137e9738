// The page's own script for outputs: where none of their scripts may run, their data stand beside their
// pictures, and charts and drawings become live from these.
import type { Model } from "../graph/model";
import { chart, points } from "./charts.made";
import { drawing } from "./drawing";

/** What a block of data holds; anybody may have written it. */
interface Block {
  kind?: unknown;
  id?: unknown;
  data?: unknown;
  missing?: unknown;
}

/** Makes live what has come into the page below an element, in its order. */
function start(root: ParentNode): void {
  for (const block of root.querySelectorAll<HTMLElement>(
    'script[type="application/json"][data-live=""]',
  )) {
    block.dataset.live = "started";
    try {
      startBlock(JSON.parse(block.textContent ?? "") as Block);
    } catch {
      // The still picture stays.
    }
  }
}

function startBlock({ kind, id, data, missing }: Block): void {
  if (typeof id !== "string" || typeof data !== "object" || data === null) return;
  if (kind === "points") points(id, data);
  if (kind === "chart") chart(id, sized(data), typeof missing === "string" ? missing : undefined);
  if (kind === "drawing")
    for (const image of document.querySelectorAll<HTMLImageElement>(
      `img[data-graph="${CSS.escape(id)}"]:not([data-live])`,
    )) {
      image.dataset.live = "1";
      drawing(image, data as Model);
    }
}

/** The place of a chart has its figure's size: whatever is no number there would be more than that. */
function sized(figure: { layout?: { width?: unknown; height?: unknown } }): object {
  const { width, height } = figure.layout ?? {};
  return {
    ...figure,
    layout: { ...figure.layout, width: Number(width) || 680, height: Number(height) || 400 },
  };
}

document.addEventListener("outputshown", ({ target }) => {
  if (target instanceof Element) start(target);
});
start(document);
