/** The last line of a stream, after what came before it, and where its next character goes. */
export interface Written {
  text: string;
  /** In the last line, counted in characters. */
  at: number;
}

/**
 * Writes a piece of a stream at a place of its last line, as a terminal would: `\r` goes back to the
 * line's start, `\b` takes one character away. It goes by whole characters: of a bar of 🟩 that becomes
 * one of ⬜ no half stays behind.
 *
 * @param line The stream's last line.
 * @param at Where in it the piece begins, counted in characters.
 *
 * @example
 * writeStream("", 0, "50%\r100%\n").text; // "100%\n"
 */
export function writeStream(line: string, at: number, piece: string): Written {
  let done = "";
  let characters = [...line];
  for (const character of piece) {
    if (character === "\n") {
      done += `${characters.join("")}\n`;
      characters = [];
      at = 0;
    } else if (character === "\r") at = 0;
    else if (character !== "\b") characters[at++] = character;
    else if (at > 0) characters.splice(--at, 1);
  }
  return { text: done + characters.join(""), at };
}

/** What begins a terminal's commands: colours, moves of its cursor, titles. */
const COMMANDS = new RegExp(
  [
    "\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)", // up to a bell or a string's end
    "[\u001b\u009b][\\[\\]()#;?]*(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-ntqry=><~]",
  ].join("|"),
  "g",
);

/** A text as a page shows it, without what tells a terminal its colours. */
export const withoutCommands = (text: string): string => text.replace(COMMANDS, "");
