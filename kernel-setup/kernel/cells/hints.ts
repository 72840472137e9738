import type { Words } from "../../../src/text/languages";
import { words } from "../../text/texts";
import { shorten } from "./as-text";
import { home } from "./home";

/** Longest type that is repeated in a hint. */
const MOST_CHARACTERS = 60;

type Shown = string | Words;

/** A sentence, of what the message has in quotes. */
type Hint = (first: Shown, second: Shown) => Words;

const MISSING: Hint = (name) => words("hints.maybeMissing", { name });
const TWICE: Hint = () => words("hints.twice");
const NO_EXPORT: Hint = () => words("hints.noExport");
const COUNT: Hint = () => words("hints.argumentCount");
const UNKNOWN: Hint = () => words("hints.unknownType");
const ADD_THESE: Hint = () => words("hints.addThese");

/**
 * Plain sentences for messages of TypeScript that are hard to read at first, by its numbers. Where the
 * message is clear (TS2551 "Did you mean …"), there is none.
 */
const HINTS: Record<number, Hint> = {
  1005: (what) => words("hints.expected", { what }),
  1109: () => words("hints.valueMissing"),
  1128: () => words("hints.noBeginning"),
  2304: (name) => words("hints.nameUnknown", { name }),
  2307: (name) => words("hints.moduleUnknown", { name }),
  2322: (type, wanted) => words("hints.otherType", { type, wanted }),
  2323: NO_EXPORT,
  2339: (name, type) => words("hints.noProperty", { name, type }),
  2345: (type, wanted) => words("hints.otherArgument", { type, wanted }),
  2349: () => words("hints.notCallable"),
  2353: (name, type) => words("hints.unknownProperty", { name, type }),
  2355: () => words("hints.noReturn"),
  2362: () => words("hints.leftNumber"),
  2363: () => words("hints.rightNumber"),
  2365: (operator) => words("hints.operator", { operator }),
  2366: () => words("hints.someReturn"),
  2367: () => words("hints.neverEqual"),
  2393: TWICE,
  2451: TWICE,
  2484: NO_EXPORT,
  2488: () => words("hints.notIterable"),
  2531: MISSING,
  2532: MISSING,
  2533: MISSING,
  2554: COUNT,
  2555: COUNT,
  2564: (name) => words("hints.initialize", { name }),
  2571: UNKNOWN,
  2584: (name) => words("hints.notInNode", { name }),
  2588: () => words("hints.constant"),
  2693: (name) => words("hints.typeOnly", { name }),
  2739: ADD_THESE,
  2740: ADD_THESE,
  2741: (name) => words("hints.addThis", { name }),
  2769: () => words("hints.overloads"),
  7006: (name) => words("hints.untyped", { name }),
  7053: () => words("hints.noKey"),
  7016: (name) => words("hints.packageUntyped", { name }),
  18046: UNKNOWN,
  18047: MISSING,
  18048: MISSING,
  18049: MISSING,
};

/** Messages about two types that say where they differ, when they have explanations. */
const CLEAR_WHEN_EXPLAINED = new Set([2322, 2345]);

/** "Did you forget to use 'await'?", with which TypeScript explains some messages. */
const FORGOT_AWAIT = 2773;

/** Messages of two types of which the first, or the second, is what stands there. */
const TAKES_FIRST = new Set([2322, 2345, 2488, 2538, 2801]);
const TAKES_SECOND = new Set([2339, 2741]);

/** What those who come from Python look for. */
const FROM_PYTHON = new Map([
  ["print", words("hints.print")],
  ["len", words("hints.len")],
  ["None", words("hints.none")],
  ["True", words("hints.true")],
  ["False", words("hints.false")],
  ["self", words("hints.self")],
]);

/**
 * A plain sentence about a message of TypeScript, or undefined where none helps.
 *
 * @param message - In English, whatever language it is shown in.
 * @param explanations - The numbers of the messages with which TypeScript itself explains it further.
 * @example
 * hintFor(2588, "Cannot assign to 'c' because it is a constant.", [])?.en; // "A const keeps its value. …"
 */
export function hintFor(
  code: number,
  message: string,
  explanations: readonly number[],
): Words | undefined {
  const quoted = Array.from(message.matchAll(/'([^']+)'/g), ([, text]) => text);
  const ofPlace = home().hint?.(code, quoted);
  if (ofPlace !== undefined) return ofPlace;
  if (explanations.includes(FORGOT_AWAIT) || isPromiseForValue(code, quoted)) {
    return words("hints.promise");
  }
  if (explanations.length > 0 && CLEAR_WHEN_EXPLAINED.has(code)) return undefined;
  const special = specialHint(code, quoted);
  if (special !== undefined) return special;
  // What never fits anywhere is a riddle of its own, which no sentence about two types solves.
  if (quoted[1] === "never") return undefined;
  const [first, second] = [0, 1].map((at) => {
    const text = quoted[at];
    return text === undefined
      ? words("hints.theValue")
      : shorten(text.replace(/\s+/g, " "), MOST_CHARACTERS);
  });
  return HINTS[code]?.(first, second);
}

/** "Cannot find name 'x'" in its forms, and "'X' only refers to a type". */
const NOT_FOUND = new Set([2304, 2503, 2552, 2663, 2693, 2749, 18004]);

/** The name that nothing stands for, as a message of TypeScript says. */
export function nameNotFound(code: number, message: string): string | undefined {
  return NOT_FOUND.has(code) ? /'([^']+)'/.exec(message)?.[1] : undefined;
}

/** Whether a promise stands where its value is meant. */
function isPromiseForValue(code: number, quoted: string[]): boolean {
  const isPromise = (type: string | undefined) => type?.startsWith("Promise<") === true;
  if (code === 2365 || code === 2367) return isPromise(quoted[1]) || isPromise(quoted.at(-1));
  if (TAKES_SECOND.has(code)) return isPromise(quoted[1]);
  return TAKES_FIRST.has(code) && isPromise(quoted[0]) && !isPromise(quoted[1]);
}

function specialHint(code: number, quoted: string[]): Words | undefined {
  if (code === 1005 && quoted[0] === ";") return words("hints.expectedEnd");
  if (code === 2304) return FROM_PYTHON.get(quoted[0]);
  if (code === 2365 && quoted.some((type) => type.endsWith("[]"))) return words("hints.arrays");
  return undefined;
}
