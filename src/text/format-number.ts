/**
 * Writes a number as drawings and verdicts show it: at most six significant digits, no trailing
 * zeros, and never −0.
 *
 * @example
 * formatNumber(220.00000000000003); // "220"
 * formatNumber(-0.5344466); // "−0.534447"
 */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const rounded = Number(value.toPrecision(6));
  if (rounded === 0) return "0";
  const [mantissa, exponent] = String(rounded).split("e");
  const sign = mantissa.startsWith("-") ? "−" : "";
  const digits = mantissa.replace("-", "");
  return exponent === undefined ? sign + digits : `${sign}${digits}e${exponent.replace("+", "")}`;
}
