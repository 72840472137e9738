/**
 * A chart's id as pages know it: scripts look for it between the quotes of a CSS selector, so what
 * would end those is written as its number.
 *
 * @example
 * chartKey("chart-1"); // chart-1
 * chartKey('a"b'); // a%22b
 */
export const chartKey = (id: string): string =>
  id.replace(/["\\%\p{Cc}]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
