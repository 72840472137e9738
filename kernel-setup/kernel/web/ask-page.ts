import { words } from "../../text/texts";
import type { AskReader } from "../cells/input";
import { say } from "../cells/language";
import type { FromCells } from "../cells/messages";
import type { Looks } from "../compiler/looks";
import type { SignalLine } from "./signal-line";

interface Options {
  line: SignalLine;
  looks: Looks;
  /** Takes the question to the page. */
  send(cell: number, message: FromCells): void;
}

/** Asks the reader through the page, for which this thread waits. */
export function askPage({ line, looks, send }: Options): AskReader {
  let count = 0;
  return (cell, { prompt, password }) => {
    // A cell that catches the interrupt and asks again must not flood the front end.
    looks.look(1);
    const refusal = say(words("kernel.promptInPage"));
    if (!line.isOpen) return { refusal };
    const question = ++count;
    send(cell, { type: "input", question, prompt, password });
    const answer = line.wait(question);
    // The reader may have taken a while, which is no reason to ask whether to stop.
    if (answer === "interrupted") throw looks.stop();
    looks.begin();
    return answer === "nobody" ? { refusal } : answer;
  };
}
