import { shorten } from "./as-text";

/** Longest type that is repeated in a hint. */
const MOST_CHARACTERS = 60;

const MISSING =
  "$1 may be missing here. Ask first, as in if ($1) { … }, or write ?. or ?? instead.";
const TWICE =
  "Two things in this cell have the same name: rename one. Only a later cell may use it again.";
const NO_EXPORT = "A cell needs no export: later cells see all its names.";
const COUNT = "The call has more or fewer values in its brackets than the function has parameters.";

/**
 * Plain sentences for messages of TypeScript that are hard to read at first, by its numbers. $1, $2
 * stand for what the message has in quotes. Where the message is clear (TS2551 "Did you mean …"),
 * there is none.
 */
const HINTS: Record<number, string> = {
  1005: "TypeScript expected $1 at this place; look also at what stands right before it.",
  1109: "A value is missing here: what stands before the mark is not finished.",
  1128: "Nothing can begin like this; perhaps a bracket too many stands before it.",
  2304: "Nothing is called $1 so far. Run the cell that defines it, import it, or check its spelling.",
  2307: "Nothing is installed or saved under $1. Check the name; a file of your own begins with ./",
  2322: "The value is of type $1, but the place that it is meant for takes $2.",
  2323: NO_EXPORT,
  2339: "A value of type $2 has no $1. Check the spelling, and whether the value is what you expect.",
  2345: "The function was given a value of type $1, but takes $2 at this place.",
  2349: "Brackets after a name call a function, and this is none.",
  2353: "Type $2 knows no property $1: check its spelling, or leave it out.",
  2355: "The function promises a value of this type, but never returns one.",
  2362: "Arithmetic needs a number on the left; Number(…) makes one of a text.",
  2363: "Arithmetic needs a number on the right; Number(…) makes one of a text.",
  2365: "The operator $1 cannot work on these two together.",
  2366: "On some way through the function nothing is returned.",
  2367: "The two sides can never be equal, since their types have no value in common.",
  2393: TWICE,
  2451: TWICE,
  2484: NO_EXPORT,
  2488: "Only arrays and the like can be looped over or taken apart, and this is none.",
  2531: MISSING,
  2532: MISSING,
  2533: MISSING,
  2554: COUNT,
  2555: COUNT,
  2564: "Give $1 a value where it is declared, or in the constructor.",
  2571: "Nothing is known of its type. Ask first, with typeof or instanceof.",
  2584: "Cells run in Node.js, not in the page, so there is no $1.",
  2588: "A const keeps its value. Declare it with let if it is to change.",
  2693: "$1 exists only while types are checked; there is no such value when the cell runs.",
  2739: "Add to the object what is named after the colon.",
  2740: "Add to the object what is named after the colon.",
  2741: "Add $1 to the object.",
  2769: "The function can be called in several ways, and these values fit none of them.",
  7006: "TypeScript cannot tell what $1 will be. Write its type behind it, as in ($1: number).",
  7053: "The object's type has no such key.",
  7016: "The package $1 has no types. One with types is checked; this one can be had with require.",
  18046: "Nothing is known of its type. Ask first, with typeof or instanceof.",
  18047: MISSING,
  18048: MISSING,
  18049: MISSING,
};

/** Messages about two types that say where they differ, when they have explanations. */
const CLEAR_WHEN_EXPLAINED = new Set([2322, 2345]);

/** What those who come from Python look for. */
const FROM_PYTHON = new Map([
  ["print", "In TypeScript one prints with console.log(…)."],
  ["len", "In TypeScript an array or text has a property length, as in a.length."],
  ["None", "TypeScript says null or undefined instead of None."],
  ["True", "TypeScript writes true."],
  ["False", "TypeScript writes false."],
  ["self", "TypeScript says this instead of self."],
]);

/**
 * A plain sentence about a message of TypeScript, or undefined where none helps.
 *
 * @param explained - Whether TypeScript itself explains its message further.
 * @example
 * hintFor(2588, "Cannot assign to 'c' because it is a constant.", false); // "A const keeps its value. …"
 */
export function hintFor(code: number, message: string, explained: boolean): string | undefined {
  if (explained && CLEAR_WHEN_EXPLAINED.has(code)) return undefined;
  const quoted = Array.from(message.matchAll(/'([^']+)'/g), ([, text]) => text);
  const special = specialHint(code, quoted);
  if (special !== undefined) return special;
  // What never fits anywhere is a riddle of its own, which no sentence about two types solves.
  if (quoted[1] === "never") return undefined;
  return HINTS[code]?.replace(/\$(\d)/g, (_, number: string) => {
    const text = quoted[Number(number) - 1];
    return text === undefined ? "the value" : shorten(text.replace(/\s+/g, " "), MOST_CHARACTERS);
  });
}

/** "Cannot find name 'x'" in its forms, and "'X' only refers to a type". */
const NOT_FOUND = new Set([2304, 2503, 2552, 2663, 2693, 2749, 18004]);

/** The name that nothing stands for, as a message of TypeScript says. */
export function nameNotFound(code: number, message: string): string | undefined {
  return NOT_FOUND.has(code) ? /'([^']+)'/.exec(message)?.[1] : undefined;
}

function specialHint(code: number, quoted: string[]): string | undefined {
  if (code === 1005 && quoted[0] === ";") {
    return "The statement should end here; perhaps a bracket too many stands before the mark, or an operator is missing.";
  }
  if (code === 2304) return FROM_PYTHON.get(quoted[0]);
  if (code === 2339 && quoted[1]?.startsWith("Promise<")) {
    return "The value is still on its way: write await before it.";
  }
  if (code === 2365 && quoted.some((type) => type.endsWith("[]"))) {
    return "Arrays are not added or compared as a whole: take their elements, as in a.map((x, i) => x + b[i]).";
  }
  return undefined;
}
