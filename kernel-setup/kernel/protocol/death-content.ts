import type { Language } from "../../../src/text/languages";
import { KERNEL_DIED } from "../../jupyter/messages/kernel-died";
import { words } from "../../text/texts";
import type { ErrorContent } from "../cells/error-content";

/** The error that a cell gets when it ends with its kernel, in the language of the cells. */
export function deathContent(reason: string, language: Language): ErrorContent {
  const evalue = words("kernel.variablesGone", { reason })[language];
  const traceback = [`\u001b[31m${KERNEL_DIED}\u001b[39m: ${evalue}`];
  return { ename: KERNEL_DIED, evalue, traceback };
}
