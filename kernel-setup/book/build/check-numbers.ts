import type { Language } from "../../../src/text/languages";
import type { CodeCell, Notebook, Output } from "../../jupyter/notebook-files/notebook";
import { type Lesson, textsOf } from "./lesson";
import { numbersIn } from "./numbers";

/**
 * The numbers that a lesson's prose states and that neither its code nor an output of its executed
 * notebook shows: such a number may be wrong, and nobody would see it.
 *
 * @param lessons All numbers of lessons, which prose may name.
 * @returns A sentence for each block of prose with such numbers.
 */
export function checkNumbers(
  lesson: Lesson,
  language: Language,
  executed: Notebook,
  lessons: readonly string[],
): string[] {
  const known = new Set([...lessons, ...Object.keys(lesson.quotes), String(lesson.minutes)]);
  const add = (text: string) => {
    for (const number of numbersIn(text)) known.add(number);
  };
  for (const part of lesson.parts) for (const code of textsOf(part, "code")) add(code[language]);
  const codes = executed.cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
  for (const { outputs } of codes) for (const output of outputs) add(outputText(output));

  const prose = lesson.parts.flatMap((part) =>
    textsOf(part, "prose").map((text) => ({ id: part.id, text: text[language] })),
  );
  return prose.flatMap(({ id, text }) => {
    const unknown = numbersIn(withoutLinks(text)).filter(
      (number) => !known.has(number) && !/^0\d$/.test(number),
    );
    if (unknown.length === 0) return [];
    const [noun, verb] = unknown.length === 1 ? ["number", "stands"] : ["numbers", "stand"];
    return [
      `Lesson ${lesson.number} (${language}), cell ${id}: expected every number of the prose in the code or in an output, but the ${noun} ${unknown.join(", ")} ${verb} in neither. Let a cell compute it, or say under \`quotes\` in the front matter why none does.`,
    ];
  });
}

/** Addresses are no statements. */
const withoutLinks = (text: string) =>
  text.replaceAll(/\]\([^)]*\)/g, "]").replaceAll(/<[^>]*>/g, "");

function outputText(output: Output): string {
  if (output.output_type === "stream") return String(output.text);
  if (output.output_type !== "execute_result" && output.output_type !== "display_data") return "";
  const { data } = output as { data?: Record<string, unknown> };
  return typeof data?.["text/plain"] === "string" ? data["text/plain"] : "";
}
