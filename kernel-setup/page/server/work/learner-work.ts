import {
  asScorecard,
  emptyScorecard,
  isLaterScorecard,
  parseScorecard,
  type Scorecard,
  scorecardText,
  unitedScorecard,
} from "../../../../src/lessons/score-format";
import type { Json } from "../../../jupyter/messages/message";
import {
  formatNotebook,
  type Notebook,
  notebookText,
  parseNotebook,
} from "../../../jupyter/notebook-files/notebook";
import { systemWords } from "../../../jupyter/notebook-files/system-words";
import { NotebookError } from "../../../jupyter/notebook-files/validate-notebook";
import { words } from "../../../text/texts";
import { ApiError } from "../api-error";
import { utf8 } from "../bytes";
import { fittedName } from "../contents/fitted-name";
import type { Folder } from "../contents/folder";
import { checkSize } from "../contents/model";
import type { Files, Home } from "../home";
import { extensionOf, inFolder, nameOf, parentOf, stemOf } from "../paths";
import { withLock } from "./file-lock";
import { isUntouched, originOf } from "./lesson-copy";
import { DEEPEST, isPlace, shownPath } from "./place";
import { WorkRefused } from "./refused";
import type { Came, LeftOut, Outcome, Report, ScorecardCame, Why } from "./report";
import { LARGEST_WORK, newWork, type Work, type WorkNotebook } from "./work-file";

/** Where a learner's work is, besides the notebooks in the folder that is served. */
export interface WorkPlace {
  /** Which home it is. */
  home: "machine" | "page";
  /** The version of the pack. */
  pack: string;
  /** The file that tells which exercises have passed, under its absolute name. */
  scorecard?: string;
}

/** With room for what stands in the file besides: what is given out can be taken in. */
const MOST_COLLECTED = LARGEST_WORK - 1024 ** 2;

/** What a learner has made, in and out of one file. Nothing that is here is ever replaced or removed by what comes. */
export class LearnerWork {
  readonly #files: Files;
  readonly #hash: (text: string) => string;
  readonly #folder: Folder;
  readonly #place: WorkPlace;

  constructor(
    { files, secrets }: Pick<Home, "files" | "secrets">,
    folder: Folder,
    place: WorkPlace,
  ) {
    this.#files = files;
    this.#hash = (text) => secrets.sha256(text);
    this.#folder = folder;
    this.#place = place;
  }

  /**
   * All that there is.
   *
   * @param made When, in ISO 8601: no other clock has a part in the file but those of the files themselves.
   * @throws WorkRefused when that is no time, and when it is more than can be taken in again
   */
  collect(made: string): { work: Work; leftOut: LeftOut[] } {
    if (!isTime(made))
      throw new WorkRefused(words("work.wrongTime", { came: JSON.stringify(made.slice(0, 50)) }));
    const { home, pack } = this.#place;
    const notebooks: WorkNotebook[] = [];
    const leftOut: LeftOut[] = [];
    let size = 0;
    for (const path of this.#notebooksBelow("", leftOut).sort()) {
      try {
        const notebook = this.#notebookAt(path);
        size += utf8(JSON.stringify(notebook)).length;
        notebooks.push(notebook);
      } catch (error) {
        leftOut.push({ path, why: whyOf(error) });
      }
      if (size > MOST_COLLECTED) throw tooMuch(notebooks);
    }
    const scorecard = this.#scorecardValue(leftOut);
    const work = newWork({ made, pack, home, notebooks, ...(scorecard && { scorecard }) });
    return { work, leftOut };
  }

  /** Without links: what they lead to inside the folder is there by itself. */
  #notebooksBelow(folder: string, leftOut: LeftOut[], levels = DEEPEST): string[] {
    const place = this.#folder.file(folder);
    let names: string[] = [];
    try {
      names = this.#files.list(place);
    } catch (error) {
      leftOut.push({ path: folder, why: whyOf(error) });
    }
    return names.flatMap((name) => {
      if (name.startsWith(".") || name === "node_modules") return [];
      const path = folder === "" ? name : `${folder}/${name}`;
      const kind = this.#files.kindOf(inFolder(place, name));
      if (kind === "folder" && levels > 0) return this.#notebooksBelow(path, leftOut, levels - 1);
      if (kind === "folder") leftOut.push({ path, why: words("work.tooDeep") });
      return kind === "file" && extensionOf(name) === ".ipynb" ? [path] : [];
    });
  }

  #notebookAt(path: string): WorkNotebook {
    const file = this.#folder.file(path);
    const stats = this.#files.stat(file);
    checkSize(path, stats ?? { size: 0 });
    const text = notebookText(this.#files.read(file), path);
    const from = originOf(parseNotebook(text, path))?.lesson;
    const modified = stats?.modified.toISOString();
    return { path, modified, ...(typeof from === "string" && { from }), text };
  }

  #scorecardValue(leftOut: LeftOut[]): Json | undefined {
    const file = this.#place.scorecard;
    if (file === undefined || !this.#files.stat(file)) return undefined;
    const value = parsed(textOf(this.#files.read(file)));
    if (asScorecard(value) || isLaterScorecard(value)) return value as Json;
    leftOut.push({ path: nameOf(file), why: words("work.damagedScorecard") });
    return undefined;
  }

  /**
   * Takes work in. A notebook that is not here is taken, also in the place of a lesson's copy in which
   * nobody has done anything yet; an equal one is skipped; another one is kept beside the one that is here.
   *
   * @throws WorkRefused before anything is changed, when a part of it cannot be taken in anywhere
   */
  async takeIn({ notebooks, scorecard }: Work): Promise<Report> {
    this.#checkPaths(notebooks.map(({ path }) => path));
    const read = notebooks.map(readIn);
    const came = read.map((one) => this.#takeOrRefuse(one));
    if (scorecard === undefined) return { notebooks: came };
    return { notebooks: came, scorecard: await this.#unite(asScorecard(scorecard)) };
  }

  #checkPaths(paths: string[]): void {
    const seen = new Set<string>();
    for (const path of paths) {
      if (!isPlace(path)) throw new WorkRefused(words("work.wrongPath", { path: shownPath(path) }));
      const names = path.split("/");
      if (!names.every((name) => this.#files.takes(name) && this.#files.fits(name)))
        throw new WorkRefused(words("work.wrongName", { path: shownPath(path) }));
      if (seen.has(path)) throw new WorkRefused(words("work.twice", { path: shownPath(path) }));
      seen.add(path);
    }
  }

  /** What the files of this home do not allow for one notebook does not keep the others out. */
  #takeOrRefuse(one: Incoming): Came {
    const { path } = one;
    try {
      return { path, ...this.#take(one) };
    } catch (error) {
      return { path, came: "refused", why: whyOf(error) };
    }
  }

  #take({ path, bytes, notebook }: Incoming): Outcome {
    this.#makeFolders(path);
    const file = this.#folder.file(path);
    if (this.#files.kindOf(file) === undefined) {
      this.#files.write(file, bytes, { isNew: true });
      return { came: "taken" };
    }
    const here = this.#here(file);
    if (isEqual(here, bytes, notebook) || isUntouched(notebook, this.#hash))
      return { came: "skipped" };
    if (here?.notebook && isUntouched(here.notebook, this.#hash)) {
      this.#files.write(file, bytes);
      return { came: "taken" };
    }
    return this.#takeBeside(path, bytes, notebook);
  }

  #takeBeside(path: string, bytes: Uint8Array, notebook: Notebook): Outcome {
    const folder = path.slice(0, path.length - nameOf(path).length);
    for (let number = 2; ; number++) {
      const as = folder + fittedName(this.#files, stemOf(path), `-${number}.ipynb`);
      const file = this.#folder.file(as);
      if (this.#files.kindOf(file) === undefined) {
        this.#files.write(file, bytes, { isNew: true });
        return { came: "beside", as };
      }
      // It has been taken in before.
      if (isEqual(this.#here(file), bytes, notebook)) return { came: "skipped" };
    }
  }

  #makeFolders(path: string): void {
    const names = path.split("/").slice(0, -1);
    for (const [i] of names.entries()) {
      const folder = this.#folder.file(names.slice(0, i + 1).join("/"));
      if (!this.#files.stat(folder)) this.#files.makeFolder(folder);
    }
  }

  /** What a file holds; nothing where it is no file, or larger than any notebook. */
  #here(file: string): Here | undefined {
    const stats = this.#files.stat(file);
    if (stats?.kind !== "file" || stats.size > LARGEST_WORK) return undefined;
    const bytes = this.#files.read(file);
    try {
      return { bytes, notebook: parseNotebook(bytes, nameOf(file)) };
    } catch {
      return { bytes };
    }
  }

  async #unite(came = emptyScorecard()): Promise<ScorecardCame | undefined> {
    const file = this.#place.scorecard;
    if (file === undefined) return undefined;
    try {
      this.#files.makeFolders(parentOf(file));
      return await withLock(this.#files, file, () => this.#uniteNow(file, came));
    } catch (error) {
      return { added: [], why: whyOf(error) };
    }
  }

  #uniteNow(file: string, came: Scorecard): ScorecardCame {
    const text = this.#files.stat(file) ? textOf(this.#files.read(file)) : undefined;
    const here = text === undefined ? emptyScorecard() : parseScorecard(text);
    if (!here && isLaterScorecard(parsed(text ?? "")))
      throw new WorkRefused(words("work.laterScorecard"));
    const setAside = here ? undefined : this.#setAside(file);
    const added = [...came.passed].filter((id) => !here?.passed.has(id)).sort();
    const united = unitedScorecard(here ?? emptyScorecard(), came);
    const after = scorecardText(united);
    if (after !== text && (united.passed.size > 0 || text !== undefined))
      this.#files.write(file, utf8(after));
    return { added, ...(setAside !== undefined && { setAside }) };
  }

  /** As cells do it with one that is damaged. @returns its new name */
  #setAside(file: string): string {
    for (let number = 1; ; number++) {
      const aside = file.replace(/\.json$/, `-damaged-${number}.json`);
      if (this.#files.kindOf(aside) !== undefined) continue;
      this.#files.move(file, aside);
      return nameOf(aside);
    }
  }
}

interface Incoming {
  path: string;
  bytes: Uint8Array;
  notebook: Notebook;
}

/** A file that is there; without a notebook where it is none. */
interface Here {
  bytes: Uint8Array;
  notebook?: Notebook;
}

function readIn({ path, text }: WorkNotebook): Incoming {
  try {
    return { path, bytes: utf8(text), notebook: parseNotebook(text, path) };
  } catch (error) {
    throw new WorkRefused(words("work.noNotebook", { why: whyOf(error) }));
  }
}

/** Whether a file holds the same notebook, however it is written. */
const isEqual = (here: Here | undefined, bytes: Uint8Array, notebook: Notebook) =>
  here !== undefined &&
  (isSame(here.bytes, bytes) ||
    (here.notebook !== undefined && formatNotebook(here.notebook) === formatNotebook(notebook)));

const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** What keeps a file out, as a sentence. @throws what nobody has foreseen */
function whyOf(error: unknown): Why {
  if (error instanceof WorkRefused) return error.words;
  if (error instanceof ApiError || error instanceof NotebookError) return error.message;
  const said = systemWords(error);
  if (said === undefined) throw error;
  return `${said}.`;
}

const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isTime = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));

function tooMuch(notebooks: WorkNotebook[]): WorkRefused {
  const largest = notebooks.reduce((a, b) => (a.text.length >= b.text.length ? a : b));
  const megabytes = (length: number) => Math.ceil(length / 1024 ** 2);
  return new WorkRefused(
    words("work.tooMuch", {
      most: megabytes(LARGEST_WORK),
      path: largest.path,
      size: megabytes(largest.text.length),
    }),
  );
}
