import { resolve } from "node:path";
import type { Words } from "../../src/text/languages";
import { readFileWhole } from "../jupyter/notebook-files/read-file-whole";
import { systemWords } from "../jupyter/notebook-files/system-words";
import { writeFileWhole } from "../jupyter/notebook-files/write-file-whole";
import { machineHome } from "../page/homes/machine/home";
import { Folder } from "../page/server/contents/folder";
import { LearnerWork } from "../page/server/work/learner-work";
import { WorkRefused } from "../page/server/work/refused";
import { leftOutWords, reportWords } from "../page/server/work/report";
import { packWork, unpackWork } from "../page/server/work/work-file";
import { words } from "../text/texts";
import { CannotRun, runCommand, type Usage, UsageError } from "./parts/arguments";
import { HOME_OPTION, homeHelp, openHome } from "./parts/learner-home";
import { learnerWork } from "./parts/learner-work";
import { langHelp, lessonLanguage } from "./parts/lesson-language";

const usage = {
  command: "npm run work",
  options: {
    out: { type: "string" },
    in: { type: "string" },
    lang: { type: "string" },
    ...HOME_OPTION,
  },
  help: `npm run work -- --out FILE | --in FILE [OPTIONS]: all of your work in one file, and back.

  --out FILE      writes your notebooks and your scorecard into a new file, such as work.backprop
  --in FILE       takes such a file in: what is not here is taken, what differs is kept beside yours
                  with a number, and what has passed in either scorecard has passed
${langHelp("the language of the report", 18)}
${homeHelp(18)}

The notebook page does the same by "Save all my work …" and "Take in a work file …".`,
} satisfies Usage;

/** Brings a learner's work out of a home and into one, without a page. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values: { out, in: from, lang, home: asked } }) => {
    const language = lessonLanguage(usage.command, lang);
    if ((out === undefined) === (from === undefined))
      throw new UsageError(
        `${usage.command}: expected either --out FILE or --in FILE, but got ${out === undefined ? "neither" : "both"}.`,
      );
    const home = openHome(usage.command, asked);
    const folder = new Folder(machineHome.files, home.copies);
    const work = new LearnerWork(machineHome, folder, learnerWork(home));
    try {
      const said = out === undefined ? await takeIn(work, from ?? "") : await giveOut(work, out);
      for (const one of said) console.log(one[language]);
      return 0;
    } catch (error) {
      if (!(error instanceof WorkRefused)) throw error;
      throw new CannotRun(`${usage.command}: ${error.words[language]}`);
    }
  });
}

/** npm runs in the clone, whoever calls it from where. */
const placeOf = (file: string) => resolve(process.env.INIT_CWD ?? "", file);

async function giveOut(work: LearnerWork, file: string): Promise<Words[]> {
  const { work: collected, leftOut } = work.collect(new Date().toISOString());
  const bytes = await packWork(collected);
  orSay("a new file", file, () => writeFileWhole(placeOf(file), bytes, { isNew: true }));
  const saved = words("work.saved", { count: collected.notebooks.length, name: file });
  return [saved, ...leftOutWords(leftOut)];
}

async function takeIn(work: LearnerWork, file: string): Promise<Words[]> {
  const bytes = orSay("a work file", file, () => readFileWhole(placeOf(file)));
  return reportWords(await work.takeIn(await unpackWork(bytes)));
}

/** @throws CannotRun with what the system says of a file */
function orSay<T>(expected: string, file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const why = systemWords(error);
    if (why === undefined) throw error;
    throw new CannotRun(
      `${usage.command}: expected ${expected} at ${JSON.stringify(file)}, but got: ${why}.`,
    );
  }
}
