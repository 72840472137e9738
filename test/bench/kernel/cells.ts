import type { Contender } from "./contenders";

/** The code that is measured, in the kernel's own language. */
export interface Cells {
  trivial(n: number): string;
  /** A class of 60 lines, with a name of its own. */
  class(n: number): string;
  /** Declares, prints and has a value, as most cells do. */
  usual(n: number): string;
  print(lines: number): string;
}

/** The methods that fill a class of 60 lines. */
const METHODS = Array.from({ length: 11 }, (_, i) => `method${i}`);

const TYPESCRIPT: Cells = {
  trivial: (n) => `${n} + 1`,
  class: (n) =>
    [
      `class Model${n} {`,
      "  private weights: number[] = [1, 2, 3];",
      ...METHODS.flatMap((name) => [
        `  ${name}(x: number[], scale = 1): number {`,
        "    const products = x.map((value, i) => value * this.weights[i % 3] * scale);",
        "    const total = products.reduce((sum, value) => sum + value, 0);",
        "    return total;",
        "  }",
      ]),
      "}",
      `const model${n} = new Model${n}();`,
      `model${n}.method1([1, 2, 3]);`,
    ].join("\n"),
  usual: (n) => `const value${n} = ${n};\nconsole.log("value", value${n});\nvalue${n} * 2`,
  print: (lines) => `for (let i = 0; i < ${lines}; i++) console.log(i);`,
};

const PYTHON: Cells = {
  trivial: (n) => `${n} + 1`,
  class: (n) =>
    [
      `class Model${n}:`,
      "    weights = [1, 2, 3]",
      ...METHODS.flatMap((name) => [
        `    def ${name}(self, x, scale=1):`,
        "        pairs = enumerate(x)",
        "        products = [value * self.weights[i % 3] * scale for i, value in pairs]",
        "        total = sum(products)",
        "        return total",
      ]),
      "",
      `model${n} = Model${n}()`,
      `model${n}.method1([1, 2, 3])`,
    ].join("\n"),
  usual: (n) => `value${n} = ${n}\nprint("value", value${n})\nvalue${n} * 2`,
  print: (lines) => `for i in range(${lines}): print(i)`,
};

export const cellsOf = ({ language }: Contender): Cells =>
  language === "Python" ? PYTHON : TYPESCRIPT;

export const IMPORT = 'import { MulLayer } from "backprop";';
