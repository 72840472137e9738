import { CONFIG } from "../../show/config";
import { DARK } from "../../show/dark";
import { chartCode, NOTE } from "../../show/live-script";
import { POINTS_CODE } from "../../show/points-script";

// The scripts of charts, which outputs carry as texts: a page that runs none of those has them here, as
// they are, in the place of this file.

const live = chartCode(", missing", `if (missing !== undefined) {${NOTE}}`);

/** The module that pages get. */
export const made = `const live = ${live};
export const chart = (id, figure, missing) => live(id, figure, ${JSON.stringify(DARK)}, ${JSON.stringify(CONFIG)}, missing);
export const points = ${POINTS_CODE};`;

/** Makes the picture with this mark live; where that fails, `missing` is said in its place if it is given. */
export declare const chart: (id: string, figure: object, missing?: string) => void;

/** Adds points to the chart with this mark, as far as it lacks them. */
export declare const points: (id: string, curves: unknown) => void;
