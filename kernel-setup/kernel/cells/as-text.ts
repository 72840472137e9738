import { words } from "../../text/texts";
import { home } from "./home";
import { say } from "./language";

/** Values that inspect may visit; at some microseconds each. */
const MOST_VALUES = 20_000;

/** Most characters of a text. */
const MOST_CHARACTERS = 100_000;

/** Members of an array, map or set that inspect shows; as its own default. */
const SHOWN_MEMBERS = 100;

/** Properties shown of an object that has very many: inspect itself knows no limit. */
const MOST_PROPERTIES = 1000;

/** How a value says that it knows itself how it is shown. */
const OWN_TEXT = Symbol.for("nodejs.util.inspect.custom");

/** How deep inspect looks; as its own default. */
const DEPTH = 2;

/**
 * A value as text, without colours: never throws, takes a bounded time however large the value is,
 * and is shortened where it gets long.
 *
 * @example
 * asText([1, "a"]); // "[ 1, 'a' ]"
 */
export function asText(value: unknown): string {
  try {
    const shown = slim(value);
    return shorten(home().inspect(shown, depthFor(shown)), MOST_CHARACTERS);
  } catch (error) {
    return `[${say(words("kernel.notShown", { why: describe(error) }))}]`;
  }
}

/**
 * A text without its middle, when it is long.
 *
 * @example
 * shorten("abcdefgh", 4); // "ab … 4 more characters … gh"
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor(most / 2);
  const left = text.length - 2 * half;
  const more = say(words("kernel.moreCharacters", { count: left }));
  return `${text.slice(0, half)} … ${more} … ${text.slice(-half)}`;
}

function describe(error: unknown): string {
  try {
    return shorten(String(error), 1000);
  } catch {
    return say(words("kernel.inspectionFails"));
  }
}

/** The greatest depth at which inspect has not too much to visit. */
function depthFor(value: unknown): number {
  for (let depth = DEPTH; depth > 0; depth--) {
    if (visited(value, depth, MOST_VALUES) <= MOST_VALUES) return depth;
  }
  return 0;
}

/** How many values inspect visits, counted no further than `most`. */
function visited(value: unknown, depth: number, most: number): number {
  let count = 1;
  for (const member of members(value)) {
    if (count > most) break;
    count += depth > 0 ? visited(member, depth - 1, most - count) : 1;
  }
  return count;
}

/** What inspect shows inside a value, no getter called. */
function* members(value: unknown): Generator<unknown> {
  if (typeof value !== "object" || value === null || home().isProxy(value)) return;
  // Knows itself how it is shown.
  if (typeof (value as Record<symbol, unknown>)[OWN_TEXT] === "function") return;
  if (ArrayBuffer.isView(value)) return;
  if (home().isMap(value) || home().isSet(value)) yield* firstOf(value);
  else if (Array.isArray(value)) {
    for (let i = 0; i < Math.min(value.length, SHOWN_MEMBERS); i++) yield value[i];
  } else for (const key in value) yield Object.getOwnPropertyDescriptor(value, key)?.value;
}

function* firstOf(values: Iterable<unknown>): Generator<unknown> {
  let left = SHOWN_MEMBERS;
  for (const value of values) {
    if (left-- === 0) return;
    yield value;
  }
}

/** The value itself, or a copy with its first properties when it has very many. */
function slim(value: unknown): unknown {
  if (typeof value !== "object" || value === null || home().isProxy(value)) return value;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return value;
  const keys = Object.keys(value);
  if (keys.length <= MOST_PROPERTIES) return value;
  const copy = Object.create(Object.getPrototypeOf(value)) as object;
  for (const key of keys.slice(0, MOST_PROPERTIES)) {
    Object.defineProperty(copy, key, Object.getOwnPropertyDescriptor(value, key) ?? {});
  }
  const more = `${keys.length - MOST_PROPERTIES} more properties`;
  return Object.defineProperty(copy, "…", { enumerable: true, value: more });
}
