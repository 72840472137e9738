/**
 * Data in a page, for its own scripts: a block that no browser runs. Nothing in the data can end it.
 *
 * @example
 * dataBlock("live", "</script>"); // '<script type="application/json" data-live>"\\u003c/script>"</script>'
 */
export const dataBlock = (kind: "live" | "framed" | "words", data: unknown): string =>
  `<script type="application/json" data-${kind}>${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;

const LIVE = /<script type="application\/json" data-live>[^<]*<\/script>/g;

/**
 * The same page with what its script draws from at the end, each once: text and pictures come first.
 *
 * @param html Outputs and what stands between them; no other text may hold blocks of data.
 */
export const dataLast = (html: string): string =>
  [html.replace(LIVE, ""), ...new Set(html.match(LIVE))].join("\n");
