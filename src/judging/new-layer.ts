import type { Words } from "../text/language";
import { attempt } from "./attempt";
import { describe } from "./describe";
import { wrongForm } from "./finding";
import type { Place } from "./place";

/** The class's own name, when it is a class that tells one. */
export function nameOf(answer: unknown): string | undefined {
  try {
    const name: unknown = typeof answer === "function" ? answer.name : undefined;
    return typeof name === "string" && name !== "" ? name.slice(0, 40) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A new object of a learner's class, which has `forward` and `backward`. Whatever is no such class
 * ends judging.
 *
 * @param given what the constructor is called with
 */
export function newLayer<Layer>(
  answer: unknown,
  layer: string,
  start: Words,
  given: readonly unknown[] = [],
): Layer {
  const place: Place = { layer };
  const isObject = typeof answer === "object" && answer !== null;
  if (isObject && attempt(place, start, () => "forward" in answer)) {
    throw wrongForm(place, "instance-given");
  }
  if (typeof answer !== "function" || !isClass(answer)) {
    throw wrongForm(place, "result-given", describe(answer));
  }
  const Answer = answer as new (...given: unknown[]) => Layer;
  if (given.length === 0 && attempt(place, start, () => Answer.length > 0)) {
    throw wrongForm(place, "constructor-arguments");
  }
  const object = attempt(place, start, () => new Answer(...given)) as Layer;
  for (const method of ["forward", "backward"] as const) {
    const isMissing = attempt(
      place,
      start,
      () => typeof (object as Record<string, unknown>)[method] !== "function",
    );
    if (isMissing) throw wrongForm({ layer, method }, "method-missing");
  }
  return object;
}

/** Whether `new` works on it, found out without running it. */
function isClass(answer: object): boolean {
  try {
    Reflect.construct(Object, [], answer as new () => unknown);
    return true;
  } catch {
    return false;
  }
}
