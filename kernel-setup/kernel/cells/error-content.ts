import type { Json } from "../../jupyter/messages/message";

/** What an error looks like on the wire, in `error` messages and in replies. */
export interface ErrorContent extends Json {
  ename: string;
  evalue: string;
  traceback: string[];
}

const RED = "\u001b[31m";
const PLAIN = "\u001b[39m";

/** The first line of a traceback; front ends show the name in red. */
export function headline(ename: string, evalue: string): string {
  return evalue === "" ? `${RED}${ename}${PLAIN}` : `${RED}${ename}${PLAIN}: ${evalue}`;
}

/** Thrown where a cell is stopped before it begins. */
export class InterruptedError extends Error {
  override name = "Interrupted";
}

/** A cell that was stopped. */
export const INTERRUPTED: ErrorContent = {
  ename: "Interrupted",
  evalue: "The cell was stopped before its end.",
  traceback: [headline("Interrupted", "The cell was stopped before its end.")],
};
