import type { PageModel } from "../../graph/drawing/page-model";

/** What the stepper is given. */
export type Model = PageModel;

/** The one of a graph of plain numbers, whose inputs can be changed. */
export type LiveModel = Model & { inputs: number[]; dout: number | null };

/** A node of it. */
export type PageNode = Model["nodes"][number];

/** One stop of the stepper. */
export type Step = Model["steps"][number];

/** What stands in the drawing; the local derivatives `d` once inputs were changed, or computed. */
export interface Texts {
  v: Model["texts"]["v"];
  g: Model["texts"]["g"];
  /** JSON has null for what was not sent. */
  p: (string | null | undefined)[][];
  d?: string[][];
}

/** Both passes, in numbers. */
export interface Found {
  values: number[];
  gradients: number[];
  /** What each node sent to its operands. */
  sent: number[][];
  /** By which local derivative. */
  slopes: number[][];
}

declare global {
  /** More than TypeScript's own declaration says: the DOM makes a text of what it is given. */
  interface Element {
    setAttribute(name: string, value: string | number | boolean): void;
  }
}
