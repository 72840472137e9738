import { type ITranslator, nullTranslator, type TranslationBundle } from "@jupyterlab/translation";
import { KOREAN } from "./jupyter-words";
import { currentLanguage } from "./words";

/** A translator for Jupyter's own widgets. */
export function translator(): ITranslator {
  if (currentLanguage() === "en") return nullTranslator;
  const load = (): TranslationBundle => {
    const bundle = nullTranslator.load("jupyterlab");
    return Object.assign(Object.create(bundle), {
      __: (text: string, ...values: string[]) => bundle.__(KOREAN[text] ?? text, ...values),
      gettext: (text: string, ...values: string[]) =>
        bundle.gettext(KOREAN[text] ?? text, ...values),
    });
  };
  return { languageCode: "ko", load };
}
