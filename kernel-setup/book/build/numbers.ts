/**
 * Numbers as prose quotes them: without sign, six significant digits, no zeros at the end. Numbers
 * of lessons below ten, such as 05, are names and stay as they are.
 */
export function numbersIn(text: string): string[] {
  return (text.match(/\d+(\.\d+)?/g) ?? []).map((number) =>
    /^0\d/.test(number) ? number : String(Number(Number(number).toPrecision(6))),
  );
}
