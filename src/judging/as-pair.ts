import { asNumber } from "./attempt";
import { describe } from "./describe";
import { wrongForm } from "./finding";
import type { Place } from "./place";

/** Reads a list while still inside the attempt, since reading may run the learner's code. */
export function readPair(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return Array.from({ length: Math.min(value.length, 3) }, (_, i) => value[i]);
}

/** Accepts a list of two numbers, `[dx, dy]`; anything else ends judging. */
export function asPair(place: Place, value: unknown): [number, number] {
  if (value === undefined) throw wrongForm(place, "nothing-returned");
  if (typeof value === "number") throw wrongForm(place, "number-instead-of-pair");
  if (typeof value === "string") throw wrongForm(place, "text-returned");
  if (!Array.isArray(value)) throw wrongForm(place, "object-instead-of-pair", describe(value));
  if (value.length !== 2) throw wrongForm(place, "wrong-length", describe(value));
  return [
    asNumber({ ...place, parameter: "dx" }, value[0]),
    asNumber({ ...place, parameter: "dy" }, value[1]),
  ];
}
