import { readFileSync } from "node:fs";
import { expect } from "chai";
import { approximatelyEqual } from "../../kernel-setup/book/build/approximate";
import { lineDifference } from "../../kernel-setup/book/build/line-difference";
import { outputLines } from "../../kernel-setup/book/build/output-lines";
import type { Message } from "../../kernel-setup/jupyter/messages/message";
import {
  type CodeCell,
  type Output,
  parseNotebook,
} from "../../kernel-setup/jupyter/notebook-files/notebook";
import { OutputCollector } from "../../kernel-setup/jupyter/runner/output-collector";
import { type CommittedLesson, everyLesson, LANGUAGES, someLessons } from "../support/lessons";
import { needs } from "../support/needs";
import { WorkerPage } from "./worker-page";

/** How far a number may be from the saved one: engines differ in the last digits of exp and log. */
const TOLERANCE = 1e-6;

/** Cells that write files of the machine: in a page they are refused, with a sentence that says why. */
const NEEDS_NODE: ReadonlySet<string> = new Set(["keep"]);
const NODE = {
  en: /Hint: node:fs belongs to Node\.js, which a page does not have/,
  ko: /node:fs은\(는\) Node\.js에 속하며, 페이지에는 없습니다/,
};

/** How the outputs of a cell compare with the saved ones. */
type Kind = "equal" | "chart" | "digits" | "other";

interface Compared {
  cell: string;
  kind: Kind;
  saved: Output[];
  got: Output[];
}

const CHART = "application/vnd.plotly.v1+json";

/** Without the HTML of charts: in a page plotly draws in the place of a still picture. */
function withoutPictures(outputs: Output[]): unknown[] {
  return outputs.map((output) => {
    if (!("data" in output) || !(CHART in output.data)) return output;
    const { "text/html": _, ...data } = output.data;
    return { ...output, data };
  });
}

/** JSON in which fields have an order. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Where two texts differ first. */
function differenceOf(cell: string, saved: string, got: string): string {
  let at = 0;
  while (saved[at] === got[at]) at++;
  const part = (whole: string) => whole.slice(Math.max(0, at - 80), at + 200);
  return `${cell}\n- ${part(saved)}\n+ ${part(got)}`;
}

function compare(saved: CodeCell, got: CodeCell): Kind {
  if (text(saved.outputs) === text(got.outputs)) return "equal";
  const [before, now] = [saved, got].map(({ outputs }) => text(withoutPictures(outputs)));
  if (before === now) return "chart";
  const tolerance = Math.max(TOLERANCE, Number(saved.metadata.approx ?? 0));
  const lines = [saved, got].map(({ outputs }) =>
    outputLines(withoutPictures(outputs) as Output[]),
  );
  return lineDifference(lines[0], lines[1], (a, b) => approximatelyEqual(a, b, tolerance))
    .length === 0
    ? "digits"
    : "other";
}

/** The one that trains for half a minute; it does so in one language where not all are played. */
const isPlayed = ({ file, language }: CommittedLesson) =>
  everyLesson || language === LANGUAGES[0] || !file.startsWith("11-");

describe("lessons in a page's worker", function () {
  this.timeout(300_000);
  let page: WorkerPage;
  before(async function () {
    needs(this, "chromium", "playwright-core");
    page = await WorkerPage.open();
  });
  after(() => page?.close());

  /** Runs a lesson from its first cell to its last, in a kernel of its own. */
  async function run({ path }: CommittedLesson): Promise<Compared[]> {
    await page.reload();
    await page.start({ folder: "/notebooks" });
    const saved = parseNotebook(readFileSync(path, "utf8"), path);
    const got = structuredClone(saved);
    const outputs = new OutputCollector();
    for (const cell of got.cells) {
      if (cell.cell_type !== "code") continue;
      Object.assign(cell, { outputs: [], execution_count: null });
      if (cell.source.trim() === "") continue;
      const { messages } = await page.run(cell.source, { stop_on_error: false });
      for (const { type, content } of messages)
        outputs.collect(cell, { header: { msg_type: type }, content } as unknown as Message);
    }
    return got.cells.flatMap((cell, at) => {
      const before = saved.cells[at];
      if (cell.cell_type !== "code" || before.cell_type !== "code") return [];
      const kind = compare(before, cell);
      return [{ cell: cell.id ?? String(at), kind, saved: before.outputs, got: cell.outputs }];
    });
  }

  for (const lesson of someLessons().filter(isPlayed))
    it(`show what is saved of ${lesson.language}/${lesson.file}`, async () => {
      const compared = await run(lesson);
      const count = (kind: Kind) => compared.filter((one) => one.kind === kind).length;
      console.log(
        `      ${compared.length} cells: ${count("equal")} equal to the byte, ${count("chart")} but for a chart's still picture, ${count("digits")} but for last digits`,
      );
      const others = compared.filter((one) => one.kind === "other" && !NEEDS_NODE.has(one.cell));
      const differences = others.map(({ cell, saved, got }) =>
        differenceOf(cell, text(withoutPictures(saved)), text(withoutPictures(got))),
      );
      expect(differences, differences.join("\n")).to.deep.equal([]);
      for (const { cell, got } of compared)
        if (NEEDS_NODE.has(cell)) expect(text(got)).to.match(NODE[lesson.language]);
      expect(page.errors).to.deep.equal([]);
    });
});
