import type { Files } from "../home";

/** A name with an ending, and with as many letters before it as the home's files take. */
export function fittedName(files: Files, stem: string, ending: string): string {
  if (files.fits(stem + ending)) return stem + ending;
  const letters = Array.from(new Intl.Segmenter().segment(stem), ({ segment }) => segment);
  while (letters.length > 0 && !files.fits(letters.join("") + ending)) letters.pop();
  return letters.join("") + ending;
}
