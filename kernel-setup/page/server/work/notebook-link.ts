import type { Json } from "../../../jupyter/messages/message";
import {
  type Cell,
  type Notebook,
  parseNotebook,
  tagsOf,
} from "../../../jupyter/notebook-files/notebook";
import { NotebookError } from "../../../jupyter/notebook-files/validate-notebook";
import { words } from "../../../text/texts";
import { fromBase64, toBase64 } from "../bytes";
import { originOf } from "./lesson-copy";
import { pack, unpack } from "./packing";
import { isPlace } from "./place";
import { WorkRefused } from "./refused";

const FORMAT = "backprop-notebook";
const VERSION = 1;

/** The most signs that a packed notebook may have: programs for mail and messages leave such a link whole. */
export const LONGEST_LINK = 8000;

/** The most that it may become once it is unpacked, in bytes. */
const LARGEST_LINKED = 512 * 1024;

/** A cell in a link: what it is called, and what stands in it. */
interface LinkedCell {
  id: string;
  source: string;
  /** Code where it is not said, or as in the lesson. */
  type?: Cell["cell_type"];
  tags?: string[];
  attachments?: Json;
}

/** What a link holds of a notebook: never what its cells have shown. */
export interface LinkedNotebook {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** Where it was, as in "en/05-simple-layers.ipynb". */
  path: string;
  /** The hash of the lesson of which only the differences are here; none where all is here. */
  lesson?: string;
  /** The ids of all cells in their order, where that is not the lesson's. */
  order?: string[];
  cells: LinkedCell[];
}

/**
 * Packs the sources of a notebook for the fragment of an address, which browsers send to nobody.
 *
 * @param lesson The lesson that it is a copy of, before its first run; then what differs is packed alone.
 * @throws WorkRefused when that is longer than a link may be
 */
export async function packLink(
  notebook: Notebook,
  path: string,
  lesson?: Notebook,
): Promise<string> {
  const linked: LinkedNotebook = {
    format: FORMAT,
    version: VERSION,
    path,
    ...(lesson
      ? differences(notebook, lesson)
      : { cells: notebook.cells.map((cell) => whole(cell)) }),
  };
  const packed = base64Url(await pack(JSON.stringify(linked), "deflate-raw"));
  if (packed.length <= LONGEST_LINK) return packed;
  throw new WorkRefused(words("work.linkTooLong", { most: LONGEST_LINK, came: packed.length }));
}

function differences(notebook: Notebook, lesson: Notebook) {
  const origin = originOf(lesson)?.lesson;
  const ids = notebook.cells.map(({ id }) => id);
  const isInOrder = ids.join() === lesson.cells.map(({ id }) => id).join();
  const before = new Map(lesson.cells.map((cell) => [cell.id, JSON.stringify(whole(cell))]));
  const cells = notebook.cells.map((cell) => whole(cell));
  return {
    lesson: origin,
    ...(!isInOrder && { order: ids }),
    cells: cells.filter((cell) => before.get(cell.id) !== JSON.stringify(cell)),
  };
}

function whole(cell: Cell): LinkedCell {
  const tags = tagsOf(cell);
  const { id, source, cell_type: type } = cell;
  const attachments = cell.cell_type === "code" ? undefined : cell.attachments;
  return {
    id,
    source,
    ...(type !== "code" && { type }),
    ...(tags.length > 0 && { tags }),
    ...(attachments && Object.keys(attachments).length > 0 && { attachments }),
  };
}

/**
 * Reads what a link holds.
 *
 * @throws WorkRefused when it is damaged, too large, or of a later edition
 */
export async function unpackLink(packed: string): Promise<LinkedNotebook> {
  const damaged = () => new WorkRefused(words("work.linkDamaged"));
  if (packed.length > LONGEST_LINK || !/^[\w-]+$/.test(packed)) throw damaged();
  let value: unknown;
  try {
    const bytes = await unpack(fromBase64(packed), "deflate-raw", LARGEST_LINKED);
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw damaged();
  }
  if (!isObject(value) || value.format !== FORMAT) throw damaged();
  const { version: came } = value;
  if (typeof came === "number" && came > VERSION)
    throw new WorkRefused(words("work.linkLater", { known: VERSION, came }));
  if (came !== VERSION || !isLinked(value)) throw damaged();
  return value;
}

/**
 * The notebook that a link holds, as it is kept: nothing in it has been run.
 *
 * @param lesson The lesson whose differences the link holds, if it does.
 * @throws WorkRefused when that is no notebook
 */
export function linkedNotebook(linked: LinkedNotebook, lesson?: Notebook): Notebook {
  const changed = new Map(linked.cells.map((cell) => [cell.id, cell]));
  const before = new Map(lesson?.cells.map((cell) => [cell.id, cell]));
  const ids = linked.order ?? (lesson ?? linked).cells.map(({ id }) => id);
  const cells = ids.map((id) => {
    const cell = changed.get(id);
    return cell ? asCell(cell, before.get(id)) : before.get(id);
  });
  const { metadata } = lesson ?? { metadata: { kernelspec: KERNELSPEC } };
  try {
    return parseNotebook(
      JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }),
      linked.path,
    );
  } catch (error) {
    if (!(error instanceof NotebookError)) throw error;
    throw new WorkRefused(words("work.linkNoNotebook", { why: error.message }));
  }
}

/** What a page asks for where a notebook is new. */
const KERNELSPEC = { name: "tslab", display_name: "TypeScript", language: "typescript" };

/** Of what a lesson says of its cell all but the tags is the lesson's: nothing from outside folds it away. */
function asCell(cell: LinkedCell, before: Cell | undefined): Cell {
  const { id, source, type = "code", tags, attachments } = cell;
  const { tags: _, ...metadata } = (before?.cell_type === type && before.metadata) || {};
  const common = { id, source, metadata: { ...metadata, ...(tags && { tags }) } };
  if (type === "code") return { ...common, cell_type: type, outputs: [], execution_count: null };
  return { ...common, cell_type: type, ...(attachments && { attachments }) };
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTexts = (value: unknown) =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === "string"));

const isLinked = (value: Json): value is LinkedNotebook & Json =>
  typeof value.path === "string" &&
  isPlace(value.path) &&
  (value.lesson === undefined || typeof value.lesson === "string") &&
  isTexts(value.order) &&
  Array.isArray(value.cells) &&
  value.cells.every(isCell);

const isCell = (value: unknown) =>
  isObject(value) &&
  typeof value.id === "string" &&
  typeof value.source === "string" &&
  [undefined, "code", "markdown", "raw"].includes(value.type as undefined) &&
  isTexts(value.tags) &&
  (value.attachments === undefined || isObject(value.attachments));

/** As an address takes it (RFC 4648, section 5). */
const base64Url = (bytes: Uint8Array) =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
