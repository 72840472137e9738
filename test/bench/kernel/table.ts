import { CELLS, type Figures, LINES, MANY_LINES } from "./measure";

const COUNT = new Intl.NumberFormat("en");
const ROWS: { key: keyof Figures; name: string; unit: "ms" | "MB" | "lines" }[] = [
  { key: "kernelInfo", name: "kernel_info, from the start on", unit: "ms" },
  { key: "ready", name: "ready (first cell), from the start on", unit: "ms" },
  { key: "trivial", name: "trivial cell", unit: "ms" },
  { key: "class", name: "class of 60 lines", unit: "ms" },
  { key: "diagnostics", name: "diagnostics of 60 lines with an error", unit: "ms" },
  { key: "import", name: "importing the library", unit: "ms" },
  { key: "memoryAtStart", name: "memory after the start", unit: "MB" },
  { key: "memoryAfterCells", name: `memory after ${CELLS} cells`, unit: "MB" },
  { key: "print", name: `${COUNT.format(LINES)} printed lines`, unit: "ms" },
  { key: "printed", name: "  of these arrived", unit: "lines" },
  { key: "printMillion", name: `${COUNT.format(MANY_LINES)} printed lines`, unit: "ms" },
  { key: "printedMillion", name: "  of these arrived", unit: "lines" },
];

function formatFigure(value: number | undefined, unit: string): string {
  if (value === undefined) return "n/a";
  if (unit === "lines") return COUNT.format(value);
  return `${value < 100 ? value.toFixed(1) : COUNT.format(Math.round(value))} ${unit}`;
}

/** All figures, one column a kernel, each with its ratio to the one called `base`. */
export function makeTable(results: Map<string, Figures>, base: string): string {
  const names = [...results.keys()];
  const rows = ROWS.filter(({ key }) =>
    [...results.values()].some((all) => all[key] !== undefined),
  );
  const lines = rows.map(({ key, name, unit }) => [
    name,
    ...names.map((kernel) => {
      const value = results.get(kernel)?.[key];
      const stock = results.get(base)?.[key];
      const text = formatFigure(value, unit);
      const ratio =
        unit !== "lines" && value !== undefined && stock ? `${(value / stock).toFixed(2)}×` : "";
      return kernel === base ? text : `${text} ${ratio.padStart(7)}`;
    }),
  ]);
  const all = [["", ...names], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all
    .map((line) =>
      line
        .map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i])))
        .join("   "),
    )
    .join("\n");
}
