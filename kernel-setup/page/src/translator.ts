import { type ITranslator, nullTranslator, type TranslationBundle } from "@jupyterlab/translation";
import { currentLanguage } from "./words";

/** The words of Jupyter's own widgets that a learner meets. */
const KOREAN: Record<string, string> = {
  Cancel: "취소",
  Ok: "확인",
  OK: "확인",
  Close: "닫기",
  Dismiss: "닫기",
  Restart: "재시작",
  "File Load Error for %1": "%1 파일을 불러오지 못했습니다",
  "File Save Error for %1": "%1 파일을 저장하지 못했습니다",
  "No Kernel": "커널 없음",
  "Kernel Restarting": "커널 재시작",
  "Show more outputs": "출력 더 보기",
};

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
