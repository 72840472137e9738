interface Point {
  x: number;
  y: number;
}
type Piece = [from: Point, to: Point];

/**
 * How often lines cross each other.
 *
 * @param lines each as the points it goes through, straight from one to the next
 *
 * @example
 * const point = (x: number, y: number) => ({ x, y });
 * crossings([[point(0, 0), point(2, 2)], [point(0, 2), point(2, 0)]]); // 1
 */
export function crossings(lines: readonly Point[][]): number {
  const pieces = lines.map((line) => line.slice(1).map((to, i): Piece => [line[i], to]));
  return pieces.reduce((sum, ours, i) => {
    const others = pieces.slice(i + 1).flat();
    return sum + ours.flatMap((piece) => others.filter((other) => cross(piece, other))).length;
  }, 0);
}

const cross = ([a, b]: Piece, [c, d]: Piece): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** On which side of the line from a to b a point lies: a sign, 0 on the line itself. */
const side = (a: Point, b: Point, { x, y }: Point): number =>
  Math.sign((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x));
