import { home } from "../home/here";

/**
 * Reads values of an object by their names, each once, while still inside the attempt: reading may
 * run the learner's code. What is no such object comes back as it is.
 */
export function readNamed(result: unknown, names: readonly string[]): unknown {
  if (typeof result !== "object" || result === null) return result;
  if (Array.isArray(result) || home.isPromise(result)) return result;
  return new Map(names.map((name) => [name, (result as Record<string, unknown>)[name]]));
}
