import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Language } from "../../../src/text/languages";
import type { MessageForm } from "../cells/home";
import { loadTypeScript } from "./load-typescript";

/** TypeScript's list of all its messages, which its declarations leave out. */
interface Internals {
  Diagnostics: Record<string, MessageForm>;
}

/** All messages of TypeScript. */
export const messageForms = (): MessageForm[] =>
  Object.values((loadTypeScript() as unknown as Internals).Diagnostics);

/** TypeScript's messages in a language by their keys, which lie in a folder beside it; none in English. */
export function translations(language: Language): Record<string, string> {
  const folder = dirname(require.resolve("typescript"));
  const names = readdirSync(folder);
  // Some have the country behind it, as pt-br.
  const name = names.find((one) => one === language || one.startsWith(`${language}-`));
  if (name === undefined) return {};
  return JSON.parse(readFileSync(join(folder, name, "diagnosticMessages.generated.json"), "utf8"));
}
