import type { Found, PageNode } from "./model";
import { RULES } from "./rules.made";

/**
 * Both passes over a graph of numbers, as the library's own.
 *
 * @param nodes each with its rule `r` and its operands `o`: a node's index, or a constant as `[c]`
 * @param inputs the inputs' values, by index
 * @returns values, gradients, what each node sent to its operands and by which local derivative;
 *   nothing when one of them is no finite number
 */
export function compute(nodes: PageNode[], inputs: number[], dout: number): Found | false {
  const values: number[] = [];
  const slopes: number[][] = [];
  nodes.forEach(({ r, o }, i) => {
    const x = o.map((operand) => (operand as number[])[0] ?? values[operand as number]);
    values[i] = r ? RULES[r].value(...x) : inputs[i];
    slopes[i] = r ? RULES[r].slopes(x, values[i]) : [];
  });
  const gradients: number[] = nodes.map(() => 0);
  const sent: number[][] = [];
  gradients[nodes.length - 1 - [...nodes].reverse().findIndex(({ r }) => r)] = dout;
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (!nodes[i].r) continue;
    sent[i] = slopes[i].map((slope) => gradients[i] * slope);
    nodes[i].o.forEach((operand, k) => {
      if (!(operand as number[]).length) gradients[operand as number] += sent[i][k];
    });
  }
  return [...values, ...gradients].every(Number.isFinite) && { values, gradients, sent, slopes };
}
