import { home } from "../home/here";
import type { NumJs } from "./numjs-types";

/** numjs as it is loaded. All but what makes it whole takes {@link nj} in nj.ts instead. */
export const numjs = home.load("numjs") as NumJs;
