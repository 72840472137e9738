import type { NdArray } from "./numjs-types";

/** More numbers than this are shortened to the first and last three along each axis. */
const SHORTEN_ABOVE = 1000;
const EDGE = 3;

/** At most eight significant digits, as NumPy prints; unlike numjs, NaN stays NaN. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(8)));
}

/**
 * Writes an array as NumPy prints it: rows below each other, columns aligned, the number type
 * named when it is not float64, the shape where the numbers do not show it.
 *
 * @example
 * arrayText(nj.array([1, 2.5], "float64")); // array([1, 2.5])
 * arrayText(nj.array([1, 2.5], "float32")); // array([1, 2.5], float32)
 * arrayText(nj.zeros([2000], "float64")); // array([0, 0, 0, ..., 0, 0, 0], shape=[2000])
 */
export function arrayText(array: NdArray): string {
  const { shape, dtype, selection } = array;
  if (shape.length === 0) return `array(${numberText(array.get())})`;
  const short = array.size > SHORTEN_ABOVE;
  let width = 0;
  const texts = (axis: number, position: number): Nested[] => {
    const length = shape[axis];
    const out: Nested[] = [];
    for (let i = 0; i < length; i++) {
      if (short && length > 2 * EDGE && i === EDGE) {
        out.push("...");
        i = length - EDGE;
      }
      const at = position + i * selection.stride[axis];
      if (axis < shape.length - 1) {
        out.push(texts(axis + 1, at));
        continue;
      }
      const text = numberText(selection.data[at]);
      width = Math.max(width, text.length);
      out.push(text);
    }
    return out;
  };
  const nested = texts(0, selection.offset);
  const hidden = short || (array.size === 0 && shape.length > 1);
  const size = hidden ? `, shape=[${shape.join(", ")}]` : "";
  // numjs's own default, "array", holds JavaScript's numbers, which are float64 too.
  const type = dtype === "float64" || dtype === "array" ? "" : `, ${dtype}`;
  return `array(${bracketed(nested, shape.length > 1 ? width : 0, "array(".length)}${size}${type})`;
}

type Nested = string | Nested[];

function bracketed(items: Nested[], width: number, indent: number): string {
  const deep = items.some((item) => typeof item !== "string");
  const parts = items.map((item) =>
    typeof item === "string" ? item.padStart(deep ? 0 : width) : bracketed(item, width, indent + 1),
  );
  return `[${parts.join(deep ? `,\n${" ".repeat(indent + 1)}` : ", ")}]`;
}
