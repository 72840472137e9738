import type { Files } from "./home";

/** Makes TypeScript do what it puts off until the first cell. */
export const FIRST_CELL = "const x: number[] = [1].map((n) => n + 1);\nconsole.log(x);";

/**
 * A cell with what most cells have in them. V8 makes the compiler's own code faster, part by part, as
 * it runs: the first classes of a notebook would pay for that.
 */
export const USUAL_CELL = `
interface Layer {
  forward(x: number[], scale?: number): number[];
}
class Scale implements Layer {
  private factor: number;
  readonly history: number[][] = [];
  constructor(factor = 2) {
    this.factor = factor;
  }
  forward(x: number[], scale = 1): number[] {
    const out = x.map((value, i) => value * this.factor * scale + i);
    this.history.push(out);
    return out;
  }
  sum(x: number[]): number {
    let total = 0;
    for (const value of x) total += value;
    return x.length > 0 ? total / x.length : x.reduce((a, b) => a + b, 0);
  }
  describe({ length }: number[], digits = 3): string {
    if (length === 0 || this.history[0] === undefined) return "empty";
    return \`\${length} values: \${this.sum(this.history[0]).toFixed(digits)}\`;
  }
}
const layers: Layer[] = [new Scale(), new Scale(3)];
let out = [1, 2, 3];
for (const layer of layers) out = layer.forward(out);
const points = out.map((y, x) => ({ x, y, label: \`p\${x}\` }));
function largest(values: { y: number }[]): number {
  return Math.max(...values.map(({ y }) => y));
}
console.log("largest", largest(points), points.filter(({ x }) => x > 0).length);
out.slice(0, 2)
`;

/** A cell that imports the package of a folder, whose declarations TypeScript then has read. */
export function importOf(folder: string, files: Files): string {
  const { name } = JSON.parse(files.read(`${folder}/package.json`) ?? "{}") as { name?: string };
  return `import * as library from ${JSON.stringify(name)};\nlibrary`;
}
