/**
 * A script for the page: calls a function of the page's language with values. Nothing in the values
 * can end the script.
 *
 * @example
 * pageScript("alert", "</script>"); // "<script>alert(\"\\u003c/script>\")</script>"
 */
export function pageScript(code: string, ...values: unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value).replaceAll("<", "\\u003c"));
  return `<script>${code}(${texts.join(",")})</script>`;
}
