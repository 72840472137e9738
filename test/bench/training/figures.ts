import { median } from "../kernel/median";

/** What is known of a contender in the end. */
export interface Figures {
  /** Steps of training in a second. */
  steps: number;
  /** The loss of each of the first steps. */
  losses: number[];
  /** GFLOP/s by the name of the product. */
  products: Record<string, number>;
}

/**
 * Steps a second, from the seconds of many single steps. The fastest tenth stands for the machine at
 * rest: whatever else it does only adds time, to a long step more often than to a short one.
 */
export function stepsPerSecond(seconds: readonly number[]): number {
  const sorted = seconds.toSorted((a, b) => a - b);
  return 1 / median(sorted.slice(0, Math.max(1, Math.round(sorted.length / 10))));
}

/** The largest difference of two nets' losses, step by step, relative to the loss. */
export function lossDifference(losses: readonly number[], expected: readonly number[]): number {
  const differences = expected.map((loss, i) => Math.abs(losses[i] - loss) / loss);
  return differences.some(Number.isNaN) ? Number.NaN : Math.max(...differences);
}
