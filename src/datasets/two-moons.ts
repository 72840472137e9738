import { fail } from "../arrays/fail";
import { Random } from "../arrays/random";
import { home } from "../home/here";
import { expectOptions } from "../text/expect-options";
import { words } from "../text/texts";
import { Dataset } from "./dataset";

/** How many points there are, and how far they stray. */
export interface TwoMoonsOptions {
  /** Points in all, half of them in each moon. Default: 200. */
  count?: number;
  /** The deviation of each coordinate from its moon. Default: 0.1. */
  noise?: number;
  seed?: number;
}

/**
 * Points on two half circles that reach into each other: no straight line parts them. The upper moon
 * (label 0) is the half circle around (0, 0), the lower one (label 1) that around (1, 0.5), both of
 * radius 1.
 *
 * @throws when count is odd or below 2, noise is negative, or an option is unknown
 *
 * @example
 * const moons = twoMoons({ count: 6, seed: 1 });
 * Array.from(moons.t); // [ 0, 1, 0, 1, 0, 1 ]
 * moons.batch([0]).x.shape; // [ 1, 2 ]
 */
export function twoMoons(options: TwoMoonsOptions = {}): Dataset {
  const who = "twoMoons";
  expectOptions(who, options, { count: true, noise: true, seed: true });
  const { count = 200, noise = 0.1, seed = 1 } = options;
  if (!Number.isInteger(count) || count < 2 || count % 2 !== 0) {
    fail(who, words("expected.evenFrom", { name: "count", from: 2 }), home.inspect(count));
  }
  if (!(noise >= 0 && Number.isFinite(noise))) {
    fail(who, words("expected.from", { name: "noise", from: 0 }), home.inspect(noise));
  }
  const random = new Random(seed);
  const each = count / 2;
  const points = Array.from({ length: count }, (_, i) => {
    const angle = (Math.PI * Math.floor(i / 2)) / Math.max(1, each - 1);
    const [x, y] =
      i % 2 === 0
        ? [Math.cos(angle), Math.sin(angle)]
        : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return [x + noise * random.normal(), y + noise * random.normal()];
  });
  return new Dataset(
    points,
    points.map((_, i) => i % 2),
  );
}
