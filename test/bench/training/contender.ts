/** Who takes part: it takes steps of training, all on the same batch. */
export interface Contender {
  name: string;
  /** Takes so many steps, one after the other. */
  steps(count: number): Steps | Promise<Steps>;
  /** GFLOP/s of the product of [rows, inner] and [inner, columns], where it can measure it. */
  product?(size: ProductSize): number | Promise<number>;
  close?(): void;
}

/** For each step its loss and the seconds that it took. */
export interface Steps {
  seconds: number[];
  losses: number[];
}

/** A product, and which of its operands are transposed. */
export interface ProductSize {
  name: string;
  rows: number;
  inner: number;
  columns: number;
  transposeA?: boolean;
  transposeB?: boolean;
}

/** Times steps in this process. */
export function timeSteps(count: number, step: () => number): Steps {
  const seconds: number[] = [];
  const losses: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    losses.push(step());
    seconds.push((performance.now() - start) / 1000);
  }
  return { seconds, losses };
}

/** Times a product: the fastest of some runs, since whatever else the machine does only adds time. */
export function timeProduct({ rows, inner, columns }: ProductSize, run: () => void): number {
  const flops = 2 * rows * inner * columns;
  let best = Infinity;
  const end = performance.now() + 500;
  for (let i = 0; i < 3 || performance.now() < end; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return flops / best / 1e6;
}
