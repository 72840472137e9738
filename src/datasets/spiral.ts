import { fail } from "../arrays/fail";
import { Random } from "../arrays/random";
import { home } from "../home/here";
import { expectOptions } from "../text/expect-options";
import { words } from "../text/texts";
import { Dataset } from "./dataset";

/** How many points there are, and how they lie. */
export interface SpiralOptions {
  /** Arms, one for each class. Default: 3. */
  classes?: number;
  /** Points in each arm. Default: 100. */
  count?: number;
  /** The deviation of the angle, in radians. Default: 0.2. */
  noise?: number;
  seed?: number;
}

const OPTIONS = { classes: true, count: true, noise: true, seed: true } as const;

/**
 * Points on spiral arms that start at the middle and turn by 4 radians on their way out to radius 1.
 *
 * Source: Karpathy, "CS231n: a minimal neural network", 2015.
 *
 * @throws when classes or count is not a whole number from 1 on, noise is negative, or an
 *   option is unknown
 *
 * @example
 * const arms = spiral({ classes: 2, count: 3, noise: 0 });
 * Array.from(arms.t); // [ 0, 0, 0, 1, 1, 1 ]
 * arms.batch([0]).x.tolist(); // [ [ 0, 0 ] ]
 */
export function spiral(options: SpiralOptions = {}): Dataset {
  const who = "spiral";
  expectOptions(who, options, OPTIONS);
  const { classes = 3, count = 100, noise = 0.2, seed = 1 } = options;
  for (const [name, value] of Object.entries({ classes, count })) {
    if (!Number.isInteger(value) || value < 1) {
      fail(who, words("expected.wholeFrom", { name, from: 1 }), home.inspect(value));
    }
  }
  if (!(noise >= 0 && Number.isFinite(noise))) {
    fail(who, words("expected.from", { name: "noise", from: 0 }), home.inspect(noise));
  }
  const random = new Random(seed);
  const points: number[][] = [];
  const labels: number[] = [];
  for (let arm = 0; arm < classes; arm++) {
    for (let i = 0; i < count; i++) {
      const radius = i / Math.max(1, count - 1);
      const angle = (2 * Math.PI * arm) / classes + 4 * radius + noise * random.normal();
      points.push([radius * Math.sin(angle), radius * Math.cos(angle)]);
      labels.push(arm);
    }
  }
  return new Dataset(points, labels);
}
