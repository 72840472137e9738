import { describe } from "../arrays/describe";
import { fail } from "../arrays/fail";
import { NdArray } from "../arrays/nj";
import { Random } from "../arrays/random";
import { home } from "../home/here";
import { progress } from "../show/progress";
import { expectOptions } from "../text/expect-options";
import { say } from "../text/language";
import { words } from "../text/texts";
import { GradientReport, type GradientRow } from "./gradient-report";
import { type CheckedNet, layerSubject, netSubject, type Subject } from "./gradient-subject";
import { aroundSpot, expectStep, type Spot, spotsOf } from "./numeric-gradient";

/** How finely a gradient is checked. */
export interface GradientCheckOptions {
  /** The step of the central differences. Default: 1e-4; 1e-2 where something is float32. */
  h?: number;
  /** The relative error that still passes. Default: 1e-6; 2e-2 where something is float32. */
  tolerance?: number;
  /** At most so many numbers of each array are checked, chosen by the seed. Default: all. */
  most?: number;
  seed?: number;
}

/** A layer as it is checked: what goes in depends on it. */
export interface CheckedLayer {
  forward(...inputs: never[]): unknown;
  backward(dout: never): unknown;
}

/** From here on a check takes long enough to show how far it is. */
const LONG = 2000;

/**
 * Checks gradients: compares what backpropagation gives with central differences, number by number,
 * for every parameter and, of a layer, for every input. Parameters are W, b and whatever else a layer
 * keeps a gradient for, such as gamma with dgamma (see {@link Network}).
 *
 * Introduced in lesson 10.
 *
 * The relative error of an array is ‖numeric − backprop‖ / (‖numeric‖ + ‖backprop‖): 0 when they
 * agree, at most 1: when one is all zeros, or they point in opposite directions. It costs two forward passes for each number.
 *
 * A layer alone is checked with a random upstream gradient, so that one that ignores dout is seen. A
 * number is moved by h and put back; the layer's kept values are those of `inputs` in the end.
 *
 * @param target a net, or a layer; a learner's own as well
 * @param inputs what forward takes: `[x, t]` for a net, `[x]` for most layers, `[x, y]` for MulLayer
 * @returns a report to show; its `ok` says whether all agree
 * @throws when target is neither, when backward returns too little, or when an option makes no sense
 *
 * @example
 * gradientCheck(new MulLayer(), [100, 2]).ok; // true
 * gradientCheck(multiLayerNet([3, 4, 2], { dtype: "float64" }), [[[1, 2, 3]], [0]]).ok; // true
 * gradientCheck(new Relu(), [[[1, -0.5], [-2, 3]]]).forwardPasses; // 8
 */
export function gradientCheck(
  target: CheckedNet | CheckedLayer,
  inputs: readonly unknown[],
  options: GradientCheckOptions = {},
): GradientReport {
  const who = "gradientCheck";
  if (!Array.isArray(inputs) || inputs.length === 0) {
    fail(who, words("expected.inputs"), describe(inputs));
  }
  expectOptions(who, options, { h: true, tolerance: true, most: true, seed: true });
  const { seed = 1, most = Number.POSITIVE_INFINITY } = options;
  if (!(most >= 1))
    fail(who, words("expected.numberFrom", { name: "most", from: 1 }), home.inspect(most));
  const subject = subjectOf(target, inputs, seed);
  const single = subject.parts.some(({ values }) => isSingle(values));
  const { h = single ? 1e-2 : 1e-4, tolerance = single ? 2e-2 : 1e-6 } = options;
  expectStep(who, h);
  if (!(tolerance > 0)) {
    fail(who, words("expected.positive", { name: "tolerance" }), home.inspect(tolerance));
  }

  const random = new Random(seed);
  const chosen = subject.parts.map((part) => {
    const gradients = spotsOf(part.gradient);
    const spots = spotsOf(part.values).map((spot, i) => ({ spot, backprop: gradients[i].get() }));
    return { part, total: spots.length, spots: choose(spots, most, random) };
  });
  const count = chosen.reduce((sum, { spots }) => sum + spots.length, 0);
  const steps = count < LONG ? undefined : stepper(count);
  const rows = chosen.map(({ part, total, spots }): GradientRow => {
    const found = spots.map(({ spot, backprop }) => {
      steps?.next();
      return { ...measure(subject, spot, h), index: spot.index, backprop };
    });
    return rowOf(part.name, part.shape, total, found, {
      tolerance,
      ...limits(subject, h, single),
    });
  });
  steps?.next();
  subject.restore();
  return new GradientReport(rows, {
    h,
    tolerance,
    forwardPasses: 2 * count,
    doutChanged: subject.doutChanged,
  });
}

function subjectOf(target: unknown, inputs: readonly unknown[], seed: number): Subject {
  const { forward, backward, gradient, loss } = (target ?? {}) as Record<string, unknown>;
  if (typeof gradient === "function" && typeof loss === "function") {
    return netSubject(target as CheckedNet, inputs);
  }
  if (typeof forward !== "function" || typeof backward !== "function") {
    const got = typeof target === "function" ? words("got.class") : describe(target);
    return fail("gradientCheck", words("expected.checkable"), got);
  }
  return layerSubject(target as CheckedLayer, inputs, new Random(seed));
}

const isSingle = (values: unknown) => values instanceof NdArray && values.dtype === "float32";

/** What rounding alone makes of a slope that is 0: of the measured one, and of backprop's. */
function limits({ loss }: Subject, h: number, single: boolean) {
  const rounding = Math.abs(loss) * 2 ** (single ? -23 : -52);
  return { noise: (4 * rounding) / h, zero: Math.max(8 * rounding, 1e-15) };
}

function choose<T>(items: T[], most: number, random: Random): T[] {
  if (items.length <= most) return items;
  const places = new Set<number>();
  while (places.size < most) places.add(random.integer(items.length));
  return [...places].sort((a, b) => a - b).map((place) => items[place]);
}

interface Measured {
  index: number[];
  backprop: number;
  numeric: number;
  /** The slopes to the right and to the left. */
  sides: [number, number];
}

function measure(subject: Subject, spot: Spot, h: number): Omit<Measured, "index" | "backprop"> {
  const [above, below] = aroundSpot(subject.run, spot, h);
  const sides: [number, number] = [(above - subject.loss) / h, (subject.loss - below) / h];
  return { numeric: (above - below) / (2 * h), sides };
}

function rowOf(
  name: string,
  shape: readonly number[],
  total: number,
  found: Measured[],
  { tolerance, noise, zero }: { tolerance: number; noise: number; zero: number },
): GradientRow {
  const norm = (value: (one: Measured) => number) =>
    Math.sqrt(found.reduce((sum, one) => sum + value(one) ** 2, 0));
  const [a, n] = [norm(({ backprop }) => backprop), norm(({ numeric }) => numeric)];
  const both = a + n;
  const size = Math.sqrt(found.length);
  // Where both are no more than rounding, there is nothing to compare.
  const nothing = a <= zero * size && n <= noise * size;
  const error = nothing ? 0 : norm(({ backprop, numeric }) => backprop - numeric) / both;
  const largest = found.reduce((most, one) => (off(one) > off(most) ? one : most), found[0]);
  const ok = error <= tolerance;
  return {
    name,
    shape: [...shape],
    checked: found.length,
    total,
    error,
    ok,
    worst: { index: largest.index, backprop: largest.backprop, numeric: largest.numeric },
    kink: !ok && atKink(largest),
  };
}

/** How far the two are apart; NaN is the farthest. */
function off({ backprop, numeric }: Measured): number {
  const distance = Math.abs(backprop - numeric);
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance;
}

/** Whether the slopes on both sides differ, and backprop gave the one of them. */
function atKink({ backprop, sides }: Measured): boolean {
  const [right, left] = sides;
  const size = Math.max(Math.abs(right), Math.abs(left));
  const near = (side: number) => Math.abs(side - backprop) <= 0.01 * size;
  return Math.abs(right - left) > 0.1 * size && (near(right) || near(left));
}

function stepper(count: number): Iterator<number> {
  return progress(count, say(words("gradientCheck.progress")))[Symbol.iterator]();
}
