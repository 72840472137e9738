import { inspect } from "node-inspect-extracted";
import { columnsOf as widthOf } from "../cells/error-content";
import { isMap, isSet } from "./kinds";

/** The heads of columns that no key names. */
const HEAD = { index: "(index)", iteration: "(iteration index)", key: "Key", values: "Values" };

/** The text of a value in a table: what is large in it is left out. */
function textOf(value: unknown): string {
  const isLarge =
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > 2;
  return inspect(value, { depth: isLarge ? -1 : 0, maxArrayLength: 3, breakLength: Infinity });
}

/** The columns of a table, by their heads. */
type Columns = [head: string, texts: string[]][];

function columnsOf(value: object, chosen: readonly string[] | undefined): Columns {
  const numbers = (count: number) => Array.from({ length: count }, (_, at) => textOf(at));
  if (isMap(value)) {
    return [
      [HEAD.iteration, numbers(value.size)],
      [HEAD.key, [...value.keys()].map(textOf)],
      [HEAD.values, [...value.values()].map(textOf)],
    ];
  }
  if (isSet(value)) {
    return [
      [HEAD.iteration, numbers(value.size)],
      [HEAD.values, [...value].map(textOf)],
    ];
  }
  const rows = Object.keys(value);
  const columns = new Map<string, string[]>();
  const plain: string[] = [];
  for (const [at, row] of rows.entries()) {
    const item = (value as Record<string, unknown>)[row];
    if (item === null || (typeof item !== "object" && typeof item !== "function")) {
      plain[at] = textOf(item);
      continue;
    }
    for (const key of chosen ?? Object.keys(item)) {
      const column = columns.get(key) ?? [];
      columns.set(key, column);
      column[at] = Object.hasOwn(item, key) ? textOf((item as Record<string, unknown>)[key]) : "";
    }
  }
  const all: Columns = [[HEAD.index, rows], ...columns];
  return plain.length > 0 ? [...all, [HEAD.values, plain]] : all;
}

/** A text at the left of a column. */
const padded = (text: string, width: number) => ` ${text}${" ".repeat(width - widthOf(text) - 1)}`;

/**
 * A table as Node 20's `console.table` draws it; none of what is no object.
 *
 * @param chosen - Which properties are shown, where not all are.
 * @example
 * tableOf([{ a: 1 }]); // a frame with the heads "(index)" and "a"
 */
export function tableOf(value: unknown, chosen?: readonly string[]): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const columns = columnsOf(value, chosen);
  const height = Math.max(...columns.map(([, texts]) => texts.length));
  const cells = columns.map(([head, texts]) => [
    head,
    ...Array.from({ length: height }, (_, at) => texts[at] ?? ""),
  ]);
  const widths = cells.map((texts) => Math.max(...texts.map((text) => widthOf(text))) + 2);
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const rows = Array.from(
    { length: height + 1 },
    (_, row) => `│${cells.map((texts, at) => padded(texts[row], widths[at])).join("│")}│`,
  );
  const [head, ...others] = rows;
  return [rule("┌", "┬", "┐"), head, rule("├", "┼", "┤"), ...others, rule("└", "┴", "┘")].join(
    "\n",
  );
}
