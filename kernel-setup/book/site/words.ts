import type { Language, Words } from "../build/lesson";

/** What the site itself says. */
const WORDS = {
  skip: { en: "To the text", ko: "본문으로" },
  theme: { en: "Light or dark", ko: "밝게 또는 어둡게" },
  contents: { en: "On this page", ko: "이 쪽의 내용" },
  lessons: { en: "Lessons", ko: "수업" },
  others: { en: "Beside the lessons", ko: "함께 볼 것" },
  before: { en: "Previous", ko: "이전" },
  after: { en: "Next", ko: "다음" },
  needs: { en: "first", ko: "먼저" },
  minutes: { en: "{0} min", ko: "{0}분" },
  code: { en: "Code", ko: "코드" },
  output: { en: "Output", ko: "출력" },
  language: { en: "Language", ko: "언어" },
  fixed: {
    en: "The pages are complete as they are: drawings, charts and inputs work without a network. To run and change the code, open the notebooks.",
    ko: "이 쪽들만으로 볼 수 있습니다. 그림과 차트, 입력은 네트워크 없이도 움직입니다. 코드를 실행하고 고치려면 노트북을 여세요.",
  },
  licences: {
    en: "Licences of KaTeX and Plotly, which come with them.",
    ko: "함께 들어 있는 KaTeX와 Plotly의 라이선스",
  },
} satisfies Record<string, Words>;

/** A language's own name. */
export const NAMES: Words = { en: "English", ko: "한국어" };

/** A text of the site; `{0}` stands for `part`. */
export const say = (what: keyof typeof WORDS, language: Language, part = ""): string =>
  WORDS[what][language].replace("{0}", () => part);
