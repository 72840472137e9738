import { type ITranslator, nullTranslator, type TranslationBundle } from "@jupyterlab/translation";
import type { Words } from "../../../src/text/languages";
import { en } from "../../text/en";
import { words } from "../../text/texts";
import { currentLanguage } from "./words";

/** What JupyterLab's widgets ask by: their own texts; one that is missing here stays English. */
const OWN = new Map<string, Words>(
  (Object.entries(en.jupyterlab) as [keyof typeof en.jupyterlab, string][]).map(([name, text]) => [
    text,
    words(`jupyterlab.${name}`),
  ]),
);

/** A translator for Jupyter's own widgets. */
export function translator(): ITranslator {
  const language = currentLanguage();
  const inLanguage = (text: string) => OWN.get(text)?.[language] ?? text;
  const load = (): TranslationBundle => {
    const bundle = nullTranslator.load("jupyterlab");
    return Object.assign(Object.create(bundle), {
      __: (text: string, ...values: string[]) => bundle.__(inLanguage(text), ...values),
      gettext: (text: string, ...values: string[]) => bundle.gettext(inLanguage(text), ...values),
    });
  };
  return { languageCode: language, load };
}
