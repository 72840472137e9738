import type { Json } from "../messages/message";

/** A file that is not a notebook of nbformat 4.0 to 4.5. */
export class NotebookError extends Error {
  override name = "NotebookError";
  constructor(path: string, problem: string) {
    super(`${path} is not a valid notebook: ${problem}.`);
  }
}

type Check = (value: unknown) => boolean;
/** What a field must be, in code and in words. */
type Rule = [check: Check, expected: string];
type Rules = Record<string, Rule>;

const isString: Check = (value) => typeof value === "string";
const isStrings: Check = (value) => Array.isArray(value) && value.every(isString);
const isText: Check = (value) => isString(value) || isStrings(value);
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isBundle: Check = (value) =>
  isObject(value) &&
  Object.entries(value).every(([mime, v]) => /^application\/(.*\+)?json$/.test(mime) || isText(v));
const isTags: Check = (value) =>
  Array.isArray(value) &&
  value.every((tag) => isString(tag) && /^[^,]+$/.test(tag)) &&
  new Set(value).size === value.length;

const ANY: Rule = [() => true, "anything"];
const STRING: Rule = [isString, "a string"];
const TEXT: Rule = [isText, "a string or a list of strings"];
const BUNDLE: Rule = [isBundle, "an object of texts by MIME type"];
const OBJECT: Rule = [isObject, "an object"];
const COUNT: Rule = [
  (value) => value === null || (Number.isInteger(value) && (value as number) >= 0),
  "a whole number or null",
];
const NAMED: Rule = [
  (value) => value === undefined || (isObject(value) && isString(value.name)),
  "an object with a name",
];

// nbformat's schema v4.5 ("additionalProperties": false: a field that is not here is an error).
const NOTEBOOK: Rules = {
  nbformat: [(value) => value === 4, "4"],
  nbformat_minor: [(value) => [0, 1, 2, 3, 4, 5].includes(value as number), "0 to 5"],
  metadata: OBJECT,
  cells: [Array.isArray, "a list"],
};
const METADATA: Rules = {
  kernelspec: [
    (value) =>
      value === undefined ||
      (isObject(value) && isString(value.name) && isString(value.display_name)),
    "an object with name and display_name",
  ],
  language_info: NAMED,
};
const OUTPUTS: Record<string, Rules> = {
  stream: { output_type: ANY, name: STRING, text: TEXT },
  display_data: { output_type: ANY, data: BUNDLE, metadata: OBJECT },
  execute_result: { output_type: ANY, data: BUNDLE, metadata: OBJECT, execution_count: COUNT },
  error: {
    output_type: ANY,
    ename: STRING,
    evalue: STRING,
    traceback: [isStrings, "a list of strings"],
  },
};
const CELL: Rules = { cell_type: ANY, metadata: OBJECT, source: TEXT, id: ANY };
const TEXT_CELL: Rules = {
  ...CELL,
  attachments: [
    (value) => value === undefined || (isObject(value) && Object.values(value).every(isBundle)),
    "an object of MIME bundles by file name",
  ],
};
const CELLS: Record<string, Rules> = {
  code: { ...CELL, outputs: [Array.isArray, "a list"], execution_count: COUNT },
  markdown: TEXT_CELL,
  raw: TEXT_CELL,
};
const CELL_METADATA: Rules = {
  tags: [(value) => value === undefined || isTags(value), "a list of different strings"],
};

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/**
 * Checks a parsed .ipynb against nbformat 4.0 to 4.5 (ids are required from 4.5 on, and unique).
 *
 * @throws NotebookError naming the first cell and field that are not as the format asks.
 */
export function validateNotebook(value: unknown, path: string): void {
  const expect = (what: string, expected: string, came: unknown, holds: boolean) => {
    if (!holds) {
      throw new NotebookError(path, `expected ${what} to be ${expected}, but got ${show(came)}`);
    }
  };
  const checkFields = (object: Json, rules: Rules, of: string) => {
    for (const [field, [check, expected]] of Object.entries(rules)) {
      expect(`${field} of ${of}`, expected, object[field], check(object[field]));
    }
  };
  const checkWhole = (object: unknown, rules: Rules, of: string) => {
    if (!isObject(object)) return expect(of, "an object", object, false);
    checkFields(object, rules, of);
    const extra = Object.keys(object).find((field) => !Object.hasOwn(rules, field));
    expect(`the fields of ${of}`, Object.keys(rules).join(", "), extra, extra === undefined);
  };
  const checkKind = (object: unknown, field: string, kinds: Record<string, Rules>, of: string) => {
    const kind = isObject(object) ? object[field] : object;
    const known = isString(kind) && Object.hasOwn(kinds, kind as string);
    expect(`${field} of ${of}`, Object.keys(kinds).join(", "), kind, known);
    checkWhole(object, kinds[kind as string], of);
  };

  checkWhole(value, NOTEBOOK, "the notebook");
  const notebook = value as { nbformat_minor: number; metadata: Json; cells: Json[] };
  checkFields(notebook.metadata, METADATA, "the notebook's metadata");
  const ids = new Set<unknown>();
  for (const [i, cell] of notebook.cells.entries()) {
    const of = `cell ${i + 1}`;
    checkKind(cell, "cell_type", CELLS, of);
    checkFields(cell.metadata as Json, CELL_METADATA, of);
    if (cell.id !== undefined || notebook.nbformat_minor === 5) {
      const fits = isString(cell.id) && /^[\w-]{1,64}$/.test(cell.id as string);
      expect(`id of ${of}`, '1 to 64 letters, digits, "-" or "_"', cell.id, fits);
      expect(`id of ${of}`, "unlike those before it", cell.id, !ids.has(cell.id));
    }
    ids.add(cell.id);
    for (const [j, output] of ((cell.outputs ?? []) as unknown[]).entries()) {
      checkKind(output, "output_type", OUTPUTS, `output ${j + 1} of ${of}`);
    }
  }
}
