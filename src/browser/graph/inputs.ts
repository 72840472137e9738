import { formatNumber } from "../../text/format-number";
import { type Field, make } from "./look";
import type { Found, LiveModel } from "./model";
import { fill } from "./sentence";

/**
 * A number and a slider for each input, and what the gradients predict beside what really happens.
 *
 * @param recompute takes the new inputs and gives all values, or nothing when one is not finite
 */
export function inputControls(
  { nodes, words: w, inputs: first, shown, output }: LiveModel,
  recompute: (inputs: number[]) => Found | undefined,
): HTMLElement {
  const now = [...first];
  const base = recompute(now) as Found;
  const line = make("p", { "aria-live": "polite" });
  const rows = shown.map((i) => {
    const x = first[i];
    const number = make("input", { type: "number", step: "any", value: x });
    const range = make("input", { type: "range", "aria-label": fill(w.drag, [nodes[i].n]) });
    const reach = Math.abs(x) || 1;
    Object.assign(range, { min: x - reach, max: x + reach, step: reach / 100, value: x });
    number.oninput = () => change(number, range);
    range.oninput = () => change(range, number);
    return { i, number, range, label: make("label", {}, nodes[i].n, number, nodes[i].u, range) };
    function change(source: Field, other: Field) {
      const value = source.value === "" ? Number.NaN : +source.value;
      const old = now[i];
      now[i] = value;
      const found = Number.isFinite(value) && recompute(now);
      number.setAttribute("aria-invalid", !found);
      if (found) other.value = value;
      else now[i] = old;
      tell(found);
    }
  });
  const reset = make("button", { type: "button" }, w.reset);
  reset.onclick = () => {
    for (const { i, number, range } of rows) {
      now[i] = number.value = range.value = first[i];
      number.setAttribute("aria-invalid", false);
    }
    tell(recompute(now));
  };
  const group = make("div", { role: "group", "aria-label": w.inputs });
  group.append(...rows.map(({ label }) => label), reset);
  line.textContent = w.try;
  return make("section", {}, group, line);

  function tell(found: Found | false | undefined) {
    const predicted = shown.reduce((sum, i) => sum + base.gradients[i] * (now[i] - first[i]), 0);
    const change = (found && found.values[output] - base.values[output]) as number;
    const texts = found && [predicted, change, change - predicted].map(settled);
    line.textContent = found ? fill(w.change, [nodes[output].n, ...(texts as string[])]) : w.bad;
  }

  /** Without the last digits that rounding leaves. */
  function settled(value: number) {
    const scale = Math.max(...base.values.map(Math.abs));
    return formatNumber(Math.abs(value) < 1e-12 * scale ? 0 : value);
  }
}
