import { words } from "../../text/texts";
import type { AskReader } from "../cells/input";
import { say } from "../cells/language";
import type { FromCells } from "../cells/messages";
import type { CompilerHome } from "../compiler/home";
import type { TypeScript } from "../compiler/typescript";

/** How a cell that blocks its worker is reached all the same. */
export interface Contact {
  /** Whether the page has asked to stop; asked before a cell begins, and by what its code is rewritten with. */
  isInterrupted(): boolean;
  /**
   * Asks the reader, and waits for the answer without giving control back.
   *
   * @param send - Takes the question to the page.
   */
  ask(send: (cell: number, message: FromCells) => void): AskReader;
  /** What the code of cells and their files is rewritten by: loops may look whether they shall stop. */
  rewrites?(typescript: TypeScript): CompilerHome["rewrites"];
}

/** A worker hears nothing while a cell blocks it: the page can only end it, and no answer comes. */
export const contact: Contact = {
  isInterrupted: () => false,
  ask: () => () => ({ refusal: say(words("kernel.promptInPage")) }),
};
