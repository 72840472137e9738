import { parseLesson } from "../../kernel-setup/book/build/parse-lesson";

export const HEAD = "---\ntitle:\n  en: Multiply\n  ko: 곱하기\n---\n";

/** A lesson of every kind of part. */
export const LESSON = `${HEAD}
:::en
# Multiply

Two apples: 100:200 is only a ratio.
:::

:::ko
# 곱하기

사과 두 개.
:::

\`\`\`ts {#price}
// en: the price
// ko: 값
const price = 100 * 2;
console.log({ en: "price", ko: "값" }, price);
\`\`\`

:::en{#your-turn}
Now you.
:::
:::ko
직접 해 보세요.
:::

:::en
Really.
:::

:::ko
정말로.
:::

\`\`\`ts {#roots approx=1e-9 stderr tags="slow"}
console.log(Math.sqrt(price));
\`\`\`

::::solution{exercise="05-1" cell="roots"}
:::en
Like this:
:::

:::ko
이렇게:
:::

\`\`\`ts
// en: root
// ko: 제곱근
Math.sqrt(200);
\`\`\`
::::
`;

/** Parses a lesson under a name as lessons have it. */
export const parse = (text: string, file = "lessons/05-multiply/lesson.md") =>
  parseLesson(text, file);
