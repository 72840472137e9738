/**
 * One entry of the ring: three 32-bit words (length, kind, cell), then the payload, padded to a
 * multiple of four bytes. A payload never wraps around the ring's end.
 */
export const HEADER_BYTES = 12;

/** Room that the ring always keeps free, so that full and empty differ. */
export const GAP_BYTES = 4;

export const KIND = {
  /** The rest of the ring is unused; go on at its start. */
  wrap: 0,
  stdout: 1,
  stderr: 2,
  /** JSON in one piece, or in several: a first, any number of middles, a last. */
  whole: 3,
  first: 4,
  middle: 5,
  last: 6,
} as const;

export function padded(bytes: number): number {
  return (bytes + 3) & ~3;
}
