// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one.
const COLOURS = /\u001b\[[0-9;]*m/g;

/**
 * What a terminal shows of a text: `\r` goes back to the line's start and `\b` one place, and what
 * follows overwrites what stands there. Colours are left out.
 *
 * Notebooks take away what stands before a `\b` even when nothing is written over it; texts in which that
 * matters look different there and in a terminal.
 */
export function terminalText(text: string): string {
  return text.replace(COLOURS, "").split("\n").map(lineOf).join("\n");
}

function lineOf(text: string): string {
  const places: string[] = [];
  let at = 0;
  for (const character of text) {
    if (character === "\r") at = 0;
    else if (character === "\b") at = Math.max(0, at - 1);
    else places[at++] = character;
  }
  return places.join("");
}
