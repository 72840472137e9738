import type { Words } from "./language";
import { refusal } from "./refusal";
import { words } from "./texts";

/**
 * Ends a call whose options hold one that nobody knows, such as a misspelt one, or are no object: else
 * the default would stand there unseen.
 *
 * @param known every option by its name
 * @throws Error that names them
 *
 * @example
 * expectOptions("spiral", { noise: 0 }, { count: true, noise: true });
 * expectOptions("spiral", { nois: 0 }, { noise: true }); // throws spiral: expected the name of an option to be one of "noise", but got "nois"
 * expectOptions("spiral", -1, { noise: true }); // throws spiral: expected an object of options ("noise"), but got -1
 */
export function expectOptions<Options>(
  who: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw new Error(
      refusal(who, words("expected.options", { names: listed(known) }), kindOf(options)),
    );
  }
  const odd = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (odd === undefined) return;
  throw new Error(
    refusal(who, words("expected.knownOptions", { names: listed(known) }), JSON.stringify(odd)),
  );
}

const listed = (known: object): string =>
  Object.keys(known)
    .map((name) => JSON.stringify(name))
    .join(", ");

function kindOf(value: unknown): Words | string {
  if (Array.isArray(value)) return words("got.array");
  if (typeof value === "function") return words("got.function");
  return typeof value === "string"
    ? words("got.text", { text: JSON.stringify(value) })
    : String(value);
}
