import type { Words } from "../../../src/text/languages";
import { words } from "../../text/texts";
import { fromBase64 } from "../server/bytes";
import { WorkRefused } from "../server/work/refused";
import { type LeftOut, leftOutWords, type Report, reportWords } from "../server/work/report";
import { LARGEST_WORK } from "../server/work/work-file";
import { give } from "./download";
import type { GuardedDrive } from "./drive";
import { button, element } from "./elements";
import { tell } from "./sentences";
import { currentLanguage, say } from "./words";
import { askForWork, sentenceOf } from "./work-request";

/** What a file of work is called, up to its ending. */
const NAME = "backprop-work";
const ENDING = ".backprop";

/** With types for systems that know no file by its ending: they would offer none. */
const CHOSEN = `${ENDING},application/gzip,application/octet-stream`;

/** What the menu of a learner's work needs of the page. */
export interface WorkPage {
  drive: GuardedDrive;
  /** Saves what is open: it belongs to the work, and is compared with what comes. */
  save(): Promise<void>;
  /** Called when work has been taken in. */
  taken(): Promise<void>;
}

/** The entries of the menu that bring all of a learner's work out and in. */
export const workButtons = (page: WorkPage): HTMLElement[] => [
  button(say("saveWork"), say("saveWorkTitle"), () => saveWork(page), "save-work"),
  button(say("takeWork"), say("takeWorkTitle"), () => chooseWork(page), "take-work"),
];

const inLanguage = (said: Words[]) => said.map((one) => one[currentLanguage()]);

/** Gives all work as one file. */
async function saveWork({ drive, save }: WorkPage): Promise<void> {
  try {
    await save();
    const made = new Date().toISOString();
    const work = await askForWork<{ content: string; notebooks: number; leftOut: LeftOut[] }>(
      drive,
      `?made=${made}`,
    );
    if (work === undefined) return;
    const name = `${NAME}-${made.slice(0, 10)}${ENDING}`;
    give(name, fromBase64(work.content));
    const saved = words("work.saved", { count: work.notebooks, name });
    await tell(say("saveWork"), inLanguage([saved, ...leftOutWords(work.leftOut)]));
  } catch (error) {
    await tell(say("saveWork"), [sentenceOf(error)]);
  }
}

/** Lets the user choose a file of work, and takes it in. */
function chooseWork(page: WorkPage): void {
  const input = element("input", { type: "file", accept: CHOSEN });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void takeWork(page, file);
  });
  input.click();
}

async function takeWork({ drive, save, taken }: WorkPage, file: File): Promise<void> {
  try {
    if (file.size > LARGEST_WORK)
      throw new WorkRefused(words("work.tooLarge", { most: LARGEST_WORK / 1024 ** 2 }));
    await save();
    const init = { method: "POST", body: await file.arrayBuffer() };
    const report = await askForWork<Report>(drive, "", init);
    if (report === undefined) return;
    await taken();
    await tell(say("takeWork"), inLanguage(reportWords(report)));
  } catch (error) {
    await tell(say("takeWork"), [sentenceOf(error)]);
  }
}
