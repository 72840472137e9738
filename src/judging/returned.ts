import type { NumberOrArray } from "../layers/each";
import type { CauseName } from "./causes";
import { describe } from "./describe";
import { wrongForm } from "./finding";
import type { Place } from "./place";
import { readNamed } from "./read-named";
import { asNumberOrArray, copied } from "./result";

/** How results come back from a call: one as it is, two gradients as a pair, several by their names. */
export type Form = "one" | "pair" | "object";

/** Reads what came, while still inside the attempt, since reading may run the learner's code. */
export function readReturned(form: Form, value: unknown, names: readonly string[]): unknown {
  if (form === "one") return copied(value);
  if (form === "pair") {
    if (!Array.isArray(value)) return value;
    return Array.from({ length: Math.min(value.length, 3) }, (_, i) => copied(value[i]));
  }
  const named = readNamed(value, names);
  if (!(named instanceof Map)) return named;
  return new Map(names.map((name) => [name, copied(named.get(name))]));
}

/**
 * Accepts the results, numbers and arrays, in the order of their names; anything else ends judging.
 *
 * @param owed the right results, which say whether a number or an array is asked for
 * @param missing what it means that the one result is not there
 */
export function accepted(
  form: Form,
  place: Place,
  names: readonly string[],
  value: unknown,
  owed: readonly NumberOrArray[],
  missing: CauseName = "nothing-returned",
): NumberOrArray[] {
  const at = (i: number) => ({ ...place, parameter: names[i] });
  if (value === undefined) throw wrongForm(form === "one" ? at(0) : place, missing);
  if (form === "one") return [asNumberOrArray(at(0), value, owed[0])];
  if (form === "pair") {
    if (typeof value === "number") throw wrongForm(place, "number-instead-of-pair");
    if (typeof value === "string") throw wrongForm(place, "text-returned");
    if (!Array.isArray(value)) throw wrongForm(place, "object-instead-of-pair", describe(value));
    if (value.length !== 2) throw wrongForm(place, "wrong-length", describe(value));
    return names.map((_, i) => asNumberOrArray(at(i), value[i], owed[i]));
  }
  if (!(value instanceof Map)) throw wrongForm(place, "object-expected", describe(value));
  return names.map((name, i) => {
    const one = value.get(name);
    if (one === undefined) throw wrongForm(at(i), "value-missing");
    return asNumberOrArray(at(i), one, owed[i]);
  });
}
