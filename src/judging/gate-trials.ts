import { mapPairs } from "../arrays/map";
import type { NdArray } from "../arrays/numjs-types";
import type { LayerTask } from "./layer-task";

/** What a layer is tried with that looks at each number by itself and asks for its sign. */
export type GateTrial = { x: NdArray; dout: NdArray };

/** Both signs and exact zeros; the lesson's own numbers first. */
export const GATE_TRIALS: LayerTask<GateTrial>["trials"] = [
  {
    x: [
      [1, -0.5],
      [-2, 3],
    ],
    dout: [
      [10, 20],
      [30, 50],
    ],
  },
  { x: [[0, 2, -1]], dout: [[1.5, -2, 4]] },
  { x: [[3], [-4], [0]], dout: [[-1], [2], [3]] },
];

/** A formula of a gradient, number by number. */
export const pairs = (rule: (x: number, dout: number) => number) => (trial: GateTrial) =>
  mapPairs(trial.x, trial.dout, rule);
