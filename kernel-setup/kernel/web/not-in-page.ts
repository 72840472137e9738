import { words } from "../../text/texts";
import { say } from "../cells/language";

/** The error of whoever asks for a module that a page has not. */
export function notInPage(name: string, packages: readonly string[]): Error {
  const there = packages.join(", ");
  const sentence = say(words("kernel.noModuleInPage", { name, there }));
  return Object.assign(new Error(sentence), { code: "MODULE_NOT_FOUND" });
}
