import { Random } from "../arrays/random";

/**
 * The numbers below `count` in an order that the seed decides: Fisher and Yates' shuffle.
 *
 * @example
 * Array.from(shuffled(4, 1)).sort(); // [ 0, 1, 2, 3 ]
 */
export function shuffled(count: number, seed: number): Uint32Array {
  const random = new Random(seed);
  const places = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const place = places[i];
    places[i] = places[j];
    places[j] = place;
  }
  return places;
}
