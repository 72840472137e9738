import type { Rule } from "../../graph/operation";
import { ROWS } from "../../graph/operations";

// Of the table of operations a page needs the number rules alone: this text of them is made by the
// build, and stands in the page's script in the place of this file.

/** A function's own text; what JavaScript brings along has none, and is called by its name. */
function textOf(work: unknown): string {
  const known = Object.getOwnPropertyNames(Math).find((name) => Reflect.get(Math, name) === work);
  return known ? `Math.${known}` : String(work);
}

const rows = Object.entries(ROWS).flatMap(([name, row]) =>
  "value" in row ? `${name}: { value: ${textOf(row.value)}, slopes: ${textOf(row.slopes)} }` : [],
);
const rules = `{ ${rows.join(", ")} }`;

// A rule that needs more than its inputs and Math would fail in pages only: it fails here.
for (const { value, slopes } of Object.values(new Function(`return ${rules}`)()) as Rule[]) {
  slopes([1, 1], value(1, 1));
}

/** The module that pages get in place of the table. */
export const made = `export const RULES = ${rules};`;

/** What that module holds: an operation's rule by its name. */
export declare const RULES: Record<string, Rule>;
