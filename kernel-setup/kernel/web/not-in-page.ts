import { words } from "../../text/texts";
import { say } from "../cells/language";

/** The error of whoever asks for a module that is not there; of a file in the words of Node. */
export function notInPage(name: string, packages: readonly string[]): Error {
  const isFile = /^(?:\.{0,2}\/|file:)/.test(name);
  const sentence = isFile
    ? `Cannot find module '${name}'`
    : say(words("kernel.noModuleInPage", { name, there: packages.join(", ") }));
  return Object.assign(new Error(sentence), { code: "MODULE_NOT_FOUND" });
}
