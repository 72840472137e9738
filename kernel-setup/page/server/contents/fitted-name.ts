/** The longest name of one file: in bytes, where Windows and a Mac count UTF-16. */
const LONGEST = 255;

const lengthOf = (name: string) =>
  process.platform === "win32" || process.platform === "darwin"
    ? name.length
    : Buffer.byteLength(name);

/** Whether a file system takes a name of this length; some take less. */
export const fits = (name: string) => lengthOf(name) <= LONGEST;

/** A name with an ending, and with as many letters before it as the file system takes. */
export function fittedName(stem: string, ending: string): string {
  if (fits(stem + ending)) return stem + ending;
  const letters = Array.from(new Intl.Segmenter().segment(stem), ({ segment }) => segment);
  while (letters.length > 0 && !fits(letters.join("") + ending)) letters.pop();
  return letters.join("") + ending;
}
