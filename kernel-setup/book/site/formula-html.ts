import katex from "katex";

/** A formula that KaTeX cannot read. */
export class FormulaError extends Error {
  override name = "FormulaError";
}

/**
 * A formula in TeX as HTML, with MathML beside it for those who hear it.
 *
 * @throws FormulaError with the formula and what is wrong.
 */
export function formulaHtml(tex: string, display: boolean): string {
  try {
    return katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      // Korean words stand in formulas too; all else that KaTeX doubts is a mistake.
      strict: (code: string) => (code === "unicodeTextInMathMode" ? "ignore" : "error"),
    });
  } catch (error) {
    const { message } = error as Error;
    throw new FormulaError(`expected a formula that KaTeX can read, but got $${tex}$: ${message}`);
  }
}
