/** An operation on plain numbers: its value, and its local derivative for each input. */
export interface Rule {
  value(...inputs: number[]): number;
  /** NaN where there is no derivative. */
  slopes(inputs: readonly number[], out: number): number[];
}

/**
 * The calculus of all nodes, one row each. The library computes with it, and so does a page in
 * which somebody changes an input: the file is bundled into the drawing.
 */
export const RULES = {
  add: { value: (x, y) => x + y, slopes: () => [1, 1] },
  sub: { value: (x, y) => x - y, slopes: () => [1, -1] },
  mul: { value: (x, y) => x * y, slopes: ([x, y]) => [y, x] },
  div: { value: (x, y) => x / y, slopes: ([x, y]) => [1 / y, -x / y ** 2] },
  pow: {
    value: (x, n) => x ** n,
    slopes: ([x, n], out) => [
      n === 0 ? 0 : n * x ** (n - 1),
      x === 0 && n > 0 ? 0 : out * Math.log(x),
    ],
  },
  exp: { value: Math.exp, slopes: (_, out) => [out] },
  log: { value: Math.log, slopes: ([x]) => [1 / x] },
  // A gate: all goes to the larger one; between two equal ones to the second, as in ReLU at 0.
  max: { value: (x, y) => Math.max(x, y), slopes: ([x, y]) => (x > y ? [1, 0] : [0, 1]) },
  sum: {
    value: (...terms) => terms.reduce((sum, term) => sum + term, 0),
    slopes: (terms) => terms.map(() => 1),
  },
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
