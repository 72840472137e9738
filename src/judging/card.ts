import type { MimeBundle } from "../show/displayable";
import { escapeHtml } from "../text/escape-html";
import { language } from "../text/language";

/** What a card is about. Line style and words tell it as well as the colour does. */
export type Tone = "passed" | "blank" | "wrong" | "hint";

/**
 * Only the line at the side has a colour, in shades that stand out (3 : 1) on white and on black
 * alike. Text keeps the page's own colour, so it reads well in light and dark.
 */
export const EDGES: Record<Tone, { style: string; colour: string }> = {
  passed: { style: "double", colour: "#1B87C9" },
  blank: { style: "dotted", colour: "#7F7F7F" },
  wrong: { style: "dashed", colour: "#D55E00" },
  hint: { style: "solid", colour: "#7F7F7F" },
};

/** A small card: the first line in bold, the others below it, `code` in backticks. */
export function cardBundle(tone: Tone, [headline, ...others]: string[]): MimeBundle {
  const { style, colour } = EDGES[tone];
  const paragraphs = others.map((line) => `<p style="margin:0.4em 0 0">${inline(line)}</p>`);
  return {
    "text/html":
      `<div role="note" lang="${language()}" style="border-left:6px ${style} ${colour};` +
      `padding:0.2em 0 0.2em 0.8em;margin:0.4em 0;max-width:46em">` +
      `<p style="margin:0"><strong>${inline(headline)}</strong></p>${paragraphs.join("")}</div>`,
    "text/plain": [headline, ...others].join("\n"),
  };
}

function inline(line: string): string {
  return escapeHtml(line).replaceAll(/`([^`]*)`/g, "<code>$1</code>");
}
