import { asScorecard, isLaterScorecard } from "../../../../src/lessons/score-format";
import { depthOf, REQUEST_LEVELS } from "../../../jupyter/messages/json-depth";
import type { Json } from "../../../jupyter/messages/message";
import { words } from "../../../text/texts";
import { pack, TooMuch, unpack } from "./packing";
import { WorkRefused } from "./refused";

const FORMAT = "backprop-work";
const VERSION = 1;

/** The most that a file may become once it is unpacked, in bytes: twenty times all lessons with outputs. */
export const LARGEST_WORK = 100 * 1024 ** 2;

/** A notebook in a file of work. What else stands in it is kept. */
export interface WorkNotebook extends Json {
  /** In the folder of notebooks, as in "en/05-simple-layers.ipynb". */
  path: string;
  /** ISO 8601. */
  modified?: string;
  /** The hash of the lesson that it was copied from. */
  from?: string;
  /** The .ipynb as it is. */
  text: string;
}

/** What a file of work holds. What else stands in it is kept. */
export interface Work extends Json {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** ISO 8601. */
  made: string;
  /** The version of the pack that has made it. */
  pack: string;
  /** Where that was. */
  home: string;
  notebooks: WorkNotebook[];
  scorecard?: Json;
}

/** Work in the form of this edition. */
export const newWork = (work: Omit<Work, "format" | "version">): Work =>
  ({ format: FORMAT, version: VERSION, ...work }) as Work;

/** The file of this work: gzip over JSON. */
export const packWork = (work: Work): Promise<Uint8Array> => pack(JSON.stringify(work), "gzip");

/**
 * Reads a file of work; whether its notebooks are any, and fit here, is another question.
 *
 * @throws WorkRefused when it is damaged, too large, something else, or of a later edition
 */
export async function unpackWork(file: Uint8Array): Promise<Work> {
  if (file[0] !== 0x1f || file[1] !== 0x8b) throw new WorkRefused(words(otherFile(file)));
  const value = parsed(await unpacked(file));
  if (!isObject(value) || value.format !== FORMAT) throw new WorkRefused(words("work.otherFile"));
  checkVersion(value.version);
  const wrong = wrongPart(value);
  if (wrong !== undefined) throw new WorkRefused(words("work.wrongPart", { part: wrong }));
  return value as Work;
}

async function unpacked(file: Uint8Array): Promise<Uint8Array> {
  try {
    return await unpack(file, "gzip", LARGEST_WORK);
  } catch (error) {
    throw error instanceof TooMuch
      ? new WorkRefused(words("work.tooLarge", { most: LARGEST_WORK / 1024 ** 2 }))
      : new WorkRefused(words("work.damaged"));
  }
}

/** What stands in a JSON text; nothing where it is none, or deeper than anything of ours. */
function parsed(bytes: Uint8Array): unknown {
  if (depthOf(bytes) > REQUEST_LEVELS) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** A learner may well have chosen a notebook instead. */
const otherFile = (file: Uint8Array) =>
  isObject(parsed(file)) && "nbformat" in (parsed(file) as Json)
    ? "work.notebookInstead"
    : "work.otherFile";

function checkVersion(came: unknown): void {
  if (came === VERSION) return;
  throw new WorkRefused(
    typeof came === "number" && came > VERSION
      ? words("work.later", { came, known: VERSION })
      : words("work.wrongPart", { part: "version" }),
  );
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === "string";
const isTextOrNone = (value: unknown) => value === undefined || isText(value);

/** The first part that is not of the form; nothing when all are. */
function wrongPart(work: Json): string | undefined {
  const wrong = ["made", "pack", "home"].find((name) => !isText(work[name]));
  if (wrong !== undefined) return wrong;
  if (!Array.isArray(work.notebooks)) return "notebooks";
  const at = work.notebooks.findIndex((notebook) => !isNotebook(notebook));
  if (at >= 0) return `notebooks[${at}]`;
  if (work.scorecard === undefined || asScorecard(work.scorecard)) return undefined;
  if (isLaterScorecard(work.scorecard)) throw new WorkRefused(words("work.laterScorecard"));
  return "scorecard";
}

const isNotebook = (value: unknown) =>
  isObject(value) &&
  isText(value.path) &&
  isText(value.text) &&
  isTextOrNone(value.modified) &&
  isTextOrNone(value.from);
