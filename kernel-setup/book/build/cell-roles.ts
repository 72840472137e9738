import type { Cell } from "../../jupyter/notebook-files/notebook";
import type { Lesson } from "./lesson";

/** What a cell is for, in its metadata under `backprop`. */
export interface CellRole {
  /** Of a cell that belongs to one exercise, its id. */
  exercise?: string;
  /**
   * - `answer`: the learner writes it;
   * - `check`: looks at the answer, and does nothing else;
   * - `solution`: the text that shows what can be written;
   * - `setup`: the first code, which the builder adds;
   * - `given`: all other code.
   */
  role: (typeof ROLES)[number];
}

const ROLES = ["answer", "check", "solution", "setup", "given"] as const;

/** Where a cell's metadata holds its role. */
export const ROLE_KEY = "backprop";

/** The id of the cell that checks the answer in another. */
export const checkCellOf = (answer: string) => `${answer}-check`;

/** The roles of a lesson's code cells and solutions, by id: a solution names the cell that it answers. */
export function cellRoles({ parts }: Lesson): Map<string, CellRole> {
  const roles = new Map<string, CellRole>();
  for (const { kind, id } of parts) if (kind === "code") roles.set(id, { role: "given" });
  for (const part of parts) {
    if (part.kind !== "solution") continue;
    const { exercise, cell, id } = part;
    roles.set(id, { exercise, role: "solution" });
    roles.set(cell, { exercise, role: "answer" });
    const check = checkCellOf(cell);
    if (roles.has(check)) roles.set(check, { exercise, role: "check" });
  }
  return roles;
}

/** The role that a cell of a notebook states; nothing where it states none, as in older notebooks. */
export function roleOf({ metadata }: Cell): CellRole | undefined {
  const stated = metadata[ROLE_KEY] as Partial<CellRole> | null | undefined;
  const role = ROLES.find((one) => one === stated?.role);
  if (role === undefined) return undefined;
  return typeof stated?.exercise === "string" ? { exercise: stated.exercise, role } : { role };
}
