import type { Model, PageNode, Step, Texts } from "./model";

/** Puts parts into a text at `{0}`, `{1}`, … */
export const fill = (text: string, parts: readonly unknown[]): string =>
  text.replace(/\{(\d)\}/g, (_, i) => parts[i] as string);

/**
 * What happens at a step, in a sentence. Steps go from the inputs over each group of nodes forward,
 * then, from `dout` on, over each group backward.
 *
 * @param at what stands in the drawing: texts of values `v`, gradients `g`, what was sent `p`, and
 *   local derivatives `d`
 */
export function sentence(
  { nodes, steps, edges, words: w }: Model,
  at: Texts,
  step: number,
): string {
  const name = (i: number) => nodes[i].n;
  if (step === 0) return w.start;
  const { length } = steps;
  if (step <= length) return steps[step - 1].nodes.map(forward).join(" ");
  if (step === length + 1) return fill(w.begin, [at.g[last(nodes)], name(last(nodes))]);
  const group = steps[2 * length + 1 - step];
  const parts = edges
    .filter(([, to]) => group.nodes.includes(to))
    .filter(([, to, k]) => (at.p[to][k] ?? null) !== null) // JSON has null for what was not sent
    .map(([from, to, k]) => {
      // Inside a fold they are numbers that the drawing does not show.
      const product = at.d && group.nodes.length === 1 && `${at.g[to]} · ${at.d[to][k]} = `;
      return fill(w.to, [(product || "") + at.p[to][k], name(from)]);
    });
  const sums = [
    ...new Set(edges.filter(([, to]) => group.nodes.includes(to)).map(([from]) => from)),
  ]
    .map((from) => [from, edges.filter((edge) => edge[0] === from && edge[1] >= 0)] as const)
    .filter(([, uses]) => uses.length > 1)
    .filter(([, uses]) => uses.every(([, to]) => stepOf(steps, to) >= 2 * length + 1 - step))
    .map(([from, uses]) =>
      fill(w.sum, [name(from), add(uses.map(([, to, k]) => at.p[to][k])), at.g[from]]),
    );
  return [
    parts.length ? fill(w.passes, [group.name, parts.join(w.and)]) : fill(w.none, [group.name]),
    ...sums,
  ].join(" ");

  function forward(i: number) {
    const { n, t, o } = nodes[i];
    const inputs = o.filter((operand) => !(operand as number[]).length) as number[];
    const read = (texts: Texts["v"]) =>
      fill(
        t,
        inputs.map((input) => texts[input]),
      );
    return `${n} = ${read(nodes.map(({ n }) => n))}${at.d ? ` = ${read(at.v)}` : ""} = ${at.v[i]}.`;
  }
}

const last = (nodes: PageNode[]) => nodes.length - 1 - [...nodes].reverse().findIndex(({ s }) => s);
const stepOf = (steps: Step[], node: number) =>
  steps.findIndex(({ nodes }) => nodes.includes(node));

/** A sum as it is written: what is negative is subtracted. */
export const add = (parts: Texts["p"][number]): string => parts.join(" + ").replaceAll("+ −", "− ");
