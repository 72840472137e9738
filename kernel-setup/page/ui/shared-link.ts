import { parseNotebook } from "../../jupyter/notebook-files/notebook";
import { words } from "../../text/texts";
import type { FoundLesson } from "../server/routes/work";
import { originOf } from "../server/work/lesson-copy";
import {
  type LinkedNotebook,
  linkedNotebook,
  packLink,
  unpackLink,
} from "../server/work/notebook-link";
import { WorkRefused } from "../server/work/refused";
import { addressOf } from "./address";
import type { GuardedDrive } from "./drive";
import { button, element } from "./elements";
import type { OpenNotebook } from "./open-notebook";
import { ask, sentences, tell } from "./sentences";
import { say } from "./words";
import { askForWork, sentenceOf } from "./work-request";

/** What stands before a packed notebook in an address. Browsers send what comes after the "#" to nobody. */
const WORK = "#work=";

/** Whether an address brings a notebook along, and leads to no heading. */
export const bringsNotebook = ({ hash }: Location): boolean => hash.startsWith(WORK);

/** The lesson that a notebook is a copy of, if it is one of this edition. */
const lessonOf = (drive: GuardedDrive, hash: string | undefined) =>
  hash === undefined
    ? undefined
    : askForWork<FoundLesson>(drive, `/lessons/${encodeURIComponent(hash)}`);

const parsed = ({ text, path }: FoundLesson) => parseNotebook(text, path);

/** The entry of the menu that gives the open notebook as a link. */
export const linkButton = (
  drive: GuardedDrive,
  opened: () => OpenNotebook | undefined,
): HTMLElement =>
  button(say("copyLink"), say("copyLinkTitle"), () => copyLink(drive, opened()), "copy-link");

async function copyLink(drive: GuardedDrive, opened: OpenNotebook | undefined): Promise<void> {
  if (opened === undefined) return;
  const { path, model } = opened.context;
  try {
    const notebook = parseNotebook(JSON.stringify(model.toJSON()), path);
    const lesson = await lessonOf(drive, originOf(notebook)?.lesson);
    const packed = await packLink(notebook, path, lesson && parsed(lesson));
    const link = new URL(addressOf(lesson?.path ?? "") + WORK + packed, location.href).href;
    const isCopied = await copied(link);
    const { cells } = await unpackLink(packed);
    const count = cells.length;
    const box = element("textarea", { value: link, readOnly: true, rows: 4 });
    box.setAttribute("aria-label", say("link"));
    box.addEventListener("focus", () => box.select());
    await tell(
      say("link"),
      [
        say(isCopied ? "linkCopied" : "linkToCopy"),
        lesson ? say("linkHoldsLesson", { count }) : say("linkHoldsAll", { count }),
        say(isOnThisMachine() ? "linkOpensHere" : "linkOpensAnywhere"),
      ],
      box,
    );
  } catch (error) {
    await tell(say("copyLink"), [sentenceOf(error)]);
  }
}

/** Puts a text where it is pasted from. @returns whether the browser lets a page do so */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

const isOnThisMachine = () => /^(?:127\.0\.0\.1|localhost)$/.test(location.hostname);

/**
 * Offers the notebook that the page's address brings along: to be kept as a new one, and nothing else.
 *
 * @param leave is called, and waited for, before the page is left for it
 */
export async function offerLinked(drive: GuardedDrive, leave: () => Promise<void>): Promise<void> {
  const packed = location.hash.slice(WORK.length);
  try {
    const linked = await unpackLink(packed);
    const lesson = await lessonOf(drive, linked.lesson);
    if (linked.lesson !== undefined && lesson === undefined)
      throw new WorkRefused(words("work.linkNoLesson", { path: linked.path }));
    const notebook = linkedNotebook(linked, lesson && parsed(lesson));
    const choice = { yes: say("linkKeep"), no: say("linkLeave") };
    if (await ask(say("linkTitle"), whatCame(linked, lesson), choice)) {
      const draft = { type: "notebook", format: "json", content: notebook } as const;
      const path = await drive.saveNew(nameFor(linked, lesson), draft, lesson ? 2 : 1);
      await leave();
      location.replace(addressOf(path));
      return;
    }
  } catch (error) {
    await tell(say("linkTitle"), [sentenceOf(error)]);
  }
  // Asked once: the address shall not ask again when it is reloaded, or kept as a bookmark.
  history.replaceState(null, "", location.pathname + location.search);
}

/** Beside the lesson and never in its place; what is no lesson lies with one's own. */
function nameFor({ path }: LinkedNotebook, lesson: FoundLesson | undefined) {
  const whole = lesson?.path ?? path.split("/").at(-1) ?? path;
  const stem = whole.replace(/\.ipynb$/, "");
  return (number: number) => `${stem}${number === 1 ? "" : `-${number}`}.ipynb`;
}

/** What it is, where it comes from, and its code, to be looked at as text. */
function whatCame({ path, cells }: LinkedNotebook, lesson: FoundLesson | undefined) {
  const count = cells.length;
  const code = cells.map(({ source }) => source).join("\n\n");
  const shown = element("pre", { textContent: code, tabIndex: 0 });
  shown.setAttribute("aria-label", say("linkCode"));
  return sentences(
    [
      lesson
        ? say("linkIsLesson", { name: lesson.path, count })
        : say("linkIsNotebook", { name: path, count }),
      say("linkFrom"),
      say("linkKept"),
    ],
    ...(count > 0 ? [shown] : []),
  );
}
