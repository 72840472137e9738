/** The rows of a printed graph: by each name, what went forward and what came back. */
export function graphRows(text = ""): Record<string, number[]> {
  const rows = text.split("\n").slice(1);
  return Object.fromEntries(
    rows.map((row) => {
      const [name, , ...values] = row.split(/ {2,}/);
      return [name, values.map(Number)];
    }),
  );
}
