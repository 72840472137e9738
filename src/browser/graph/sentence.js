/** Puts parts into a text at `{0}`, `{1}`, … */
export const fill = (text, parts) => text.replace(/\{(\d)\}/g, (_, i) => parts[i]);

/**
 * What happens at a step, in a sentence. Steps go from the inputs over each group of nodes forward,
 * then, from `dout` on, over each group backward.
 *
 * @param at what stands in the drawing: texts of values `v`, gradients `g`, what was sent `p`, and
 *   local derivatives `d`
 */
export function sentence({ nodes, steps, edges, words: w }, at, step) {
  const name = (i) => nodes[i].n;
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
    .map((from) => [from, edges.filter((edge) => edge[0] === from && edge[1] >= 0)])
    .filter(([, uses]) => uses.length > 1)
    .filter(([, uses]) => uses.every(([, to]) => stepOf(steps, to) >= 2 * length + 1 - step))
    .map(([from, uses]) =>
      fill(w.sum, [name(from), add(uses.map(([, to, k]) => at.p[to][k])), at.g[from]]),
    );
  return [
    parts.length ? fill(w.passes, [group.name, parts.join(w.and)]) : fill(w.none, [group.name]),
    ...sums,
  ].join(" ");

  function forward(i) {
    const { n, t, o } = nodes[i];
    const inputs = o.filter((operand) => !operand.length);
    const read = (texts) =>
      fill(
        t,
        inputs.map((input) => texts[input]),
      );
    return `${n} = ${read(nodes.map(({ n }) => n))}${at.d ? ` = ${read(at.v)}` : ""} = ${at.v[i]}.`;
  }
}

const last = (nodes) => nodes.length - 1 - [...nodes].reverse().findIndex(({ s }) => s);
const stepOf = (steps, node) => steps.findIndex(({ nodes }) => nodes.includes(node));
export const add = (parts) => parts.join(" + ").replaceAll("+ −", "− ");
