/** What the reader called, as long as one of numjs's functions runs. */
let outermost: string | undefined;

/**
 * The same function, whose errors name it: numjs's functions call the arrays' methods, and each other.
 *
 * @example
 * const sum = asCalled("nj.sum", () => called("NdArray.sum"));
 * sum(); // nj.sum
 * called("NdArray.sum"); // NdArray.sum
 */
export function asCalled<Given extends unknown[], Result>(
  name: string,
  run: (...given: Given) => Result,
): (...given: Given) => Result {
  return (...given) => {
    if (outermost !== undefined) return run(...given);
    outermost = name;
    try {
      return run(...given);
    } finally {
      outermost = undefined;
    }
  };
}

/** Whom an error names: this method or function, or the one that called it and that the reader knows. */
export const called = (own: string): string => outermost ?? own;
