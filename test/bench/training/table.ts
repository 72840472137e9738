import { lossDifference } from "./figures";
import type { Findings } from "./verdict";

/** Columns side by side: the first to the left, the others to the right. */
function columns(rows: string[][]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i])))
        .join("   "),
    )
    .join("\n");
}

/** Steps a second, with the ratios to numjs and to NumPy, and how far the losses are from ours. */
export function stepTable({ contenders }: Findings): string {
  const expected = contenders.get("ours float64")?.losses ?? [];
  const bases = ["numjs float64", "NumPy float64"].filter((base) => contenders.has(base));
  const rows = [...contenders].map(([name, { steps, losses }]) => [
    name,
    steps.toFixed(steps < 100 ? 1 : 0),
    ...bases.map((base) => `${(steps / (contenders.get(base)?.steps ?? 1)).toFixed(2)} ×`),
    losses.at(-1)?.toFixed(6) ?? "",
    lossDifference(losses, expected).toExponential(0),
  ]);
  const last = `loss of step ${expected.length}`;
  return columns([
    ["", "steps/s", ...bases.map((base) => `to ${base}`), last, "differs by"],
    ...rows,
  ]);
}

/** GFLOP/s of the products, ours with the part of the peak. */
export function productTable({ contenders, peak }: Findings): string {
  const all = [...contenders].filter(([, { products }]) => Object.keys(products).length > 0);
  const names = [...new Set(all.flatMap(([, { products }]) => Object.keys(products)))];
  const cell = (who: string, value: number | undefined) => {
    if (value === undefined || Number.isNaN(value)) return "–";
    const type = /float64$/.test(who) ? "float64" : "float32";
    const part = who.startsWith("ours") ? ` (${Math.round((100 * value) / peak[type])} %)` : "";
    return `${value.toFixed(1)}${part}`;
  };
  return columns([
    ["GFLOP/s", ...all.map(([who]) => who)],
    ...names.map((name) => [name, ...all.map(([who, { products }]) => cell(who, products[name]))]),
  ]);
}
