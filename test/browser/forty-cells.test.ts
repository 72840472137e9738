import { isDeepStrictEqual } from "node:util";
import { expect } from "chai";
import { parseNotebook } from "../../kernel-setup/jupyter/notebook-files/notebook";
import { needs } from "../support/needs";
import { type Expected, FORTY_CELLS, type FortyCell } from "./forty-cells";
import { type Kept, kept, outputsByProtocol } from "./kept-outputs";
import {
  cellsIn,
  isText,
  type Played,
  playByRunner,
  playInClassic,
  playInNode,
  playInPage,
  type Settle,
} from "./play-cells";
import { joinShown, type Shown } from "./shown-outputs";

/** What a front end itself adds where the reader was asked, and how it marks an error. */
interface Ways {
  echo(prompt: string, answer: string): { kind: "stdout" | "stdin"; text: string } | undefined;
  error: "error" | "stderr";
}

const PAGE: Ways = {
  // JupyterLab keeps the question, a space and the answer as a stream of its own.
  echo: (prompt, answer) => ({ kind: "stdin", text: `${prompt} ${answer}\n` }),
  // And shows errors as what stands on stderr.
  error: "stderr",
};
const CLASSIC: Ways = {
  // The classic Notebook writes both to stdout.
  echo: (prompt, answer) => ({ kind: "stdout", text: `${prompt}${answer}\n` }),
  error: "error",
};
/** Nothing is added: what the kernel sent, and what the client of Node keeps. */
const BARE: Ways = { echo: () => undefined, error: "error" };

/** What front ends write in place of a password. */
const DOTS = "········";

const SOURCES = FORTY_CELLS.map(({ source }) => source);

type Kinds = Exclude<Expected, { kind: "asked" }> | { kind: "stdin"; text: string };

/** What is expected of a cell, with a front end's own words where the reader was asked. */
function expectedIn({ shows }: FortyCell, ways: Ways): Kinds[] {
  const all: Kinds[] = [];
  for (const one of shows) {
    const next =
      one.kind === "asked" ? ways.echo(one.prompt, one.password ? DOTS : one.answer) : one;
    if (next === undefined) continue;
    const last = all.at(-1);
    if (last && "text" in last && "text" in next && last.kind === next.kind)
      all[all.length - 1] = { ...last, text: last.text + next.text };
    else all.push(next);
  }
  return all;
}

/** Whether what was kept is what was expected, as far as that can be written down. */
function fits(one: Kept, expected: Kinds | undefined): boolean {
  if (expected === undefined || one.kind !== expected.kind) return false;
  if ("text" in one && "text" in expected) return one.text === expected.text;
  if (one.kind === "error" && expected.kind === "error") {
    const { evalue } = expected;
    const isSaid = typeof evalue === "string" ? one.evalue === evalue : evalue.test(one.evalue);
    return (
      isSaid &&
      one.ename === expected.ename &&
      expected.lines.every((line) => one.traceback.includes(line))
    );
  }
  if ("data" in one && "data" in expected) {
    const isBundle = Object.entries(expected.data).every(([mime, value]) =>
      isDeepStrictEqual(one.data[mime], value),
    );
    return isBundle && Object.keys(one.data).length > 0;
  }
  return false;
}

/** What has to stand on the page; of an error, the whole text that the kernel sent. */
function expectedShown(cell: FortyCell, sent: Kept[], ways: Ways): Shown[] {
  const errors = sent.filter((one) => one.kind === "error");
  const shown = expectedIn(cell, ways).map((one): Shown => {
    if (one.kind === "error") return { kind: ways.error, text: plain(errors.shift()?.traceback) };
    if ("data" in one) return { kind: one.kind, text: one.shows };
    // A stream of another name looks like stdout.
    return { kind: one.kind === "stderr" ? "stderr" : "stdout", text: one.text };
  });
  return joinShown(shown);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one.
const plain = (text = "") => text.replace(/\u001b\[[0-9;]*m/g, "").trimEnd();

/** How a page marks errors: line breaks at their end are no matter. */
const asShown = (shown: Shown[], sent: Kept[]) =>
  joinShown(shown).map((one, i, all) => {
    const isError = sent.at(-1)?.kind === "error" && i === all.length - 1;
    return isError ? { ...one, text: one.text.trimEnd() } : one;
  });

const text = (value: unknown) => JSON.stringify(value);

/** The part of a long text around the place where it leaves the other. */
function clip(value: string, other: string): string {
  let same = 0;
  while (same < value.length && value[same] === other[same]) same++;
  const start = Math.max(0, same - 80);
  const end = start + 400;
  return `${start > 0 ? "…" : ""}${value.slice(start, end)}${end < value.length ? "…" : ""}`;
}

/** A sentence that tells of a difference, or none. */
function differ(where: string, expected: unknown, got: unknown): string[] {
  if (isDeepStrictEqual(expected, got)) return [];
  const [a, b] = [text(expected), text(got)];
  return [`${where}: expected\n    ${clip(a, b)}\n  but got\n    ${clip(b, a)}`];
}

describe("the same forty cells in the notebook page, in the classic Notebook and through the client of Node", function () {
  this.timeout(480_000);
  let played: { name: string; ways: Ways; sent: Kept[][]; saved: Kept[][]; all: Played }[];
  let byRunner: Kept[][];

  /** A page has settled when it shows all that is expected; one that never does is looked at all the same. */
  const settleFor =
    (ways: Ways): Settle =>
    async (look, which = () => true) => {
      for (const end = Date.now() + 15_000; ; await new Promise((wake) => setTimeout(wake, 100))) {
        const shown = await look();
        const isThere = FORTY_CELLS.every((cell, i) => {
          if (!which(cell)) return true;
          const expected = expectedShown(cell, [], ways);
          const got = joinShown(shown[i] ?? []);
          return (
            got.length === expected.length &&
            expected.every(
              (one, j) => one.kind === "stderr" || one.text === got[j]?.text || one.text === "",
            )
          );
        });
        if (isThere || Date.now() > end) return shown;
      }
    };

  before(async function () {
    needs(this, "chromium", "playwright-core", "notebook");
    const running = again(() => playByRunner(FORTY_CELLS));
    const runs = [
      {
        name: "the notebook page",
        ways: PAGE,
        run: () => playInPage(FORTY_CELLS, settleFor(PAGE), running),
      },
      {
        name: "the classic Notebook",
        ways: CLASSIC,
        run: () => playInClassic(FORTY_CELLS, settleFor(CLASSIC)),
      },
      { name: "the client of Node", ways: BARE, run: () => playInNode(FORTY_CELLS) },
    ];
    const [runner, ...all] = await Promise.all([
      running,
      ...runs.map(async ({ name, ways, run }) => {
        const one = await again(run);
        const sent = outputsByProtocol(one.messages, SOURCES).map(kept);
        return { name, ways, sent, saved: savedIn(one.file), all: one };
      }),
    ]);
    byRunner = savedIn(runner);
    played = all;
  });

  /** Plays once more what has failed, as a test is tried again, which mocha does not do with a hook. */
  const again = <T>(play: () => Promise<T>): Promise<T> =>
    play().catch((error) => {
      console.log(`    played again after this: ${error}`);
      return play();
    });

  /** What a file holds; one that is no valid notebook is refused. */
  function savedIn(file: string): Kept[][] {
    parseNotebook(file, "cells.ipynb");
    return cellsIn(file).map(({ outputs }) => kept(outputs ?? []));
  }

  it("are forty, each with a source of its own", () => {
    expect(FORTY_CELLS).to.have.length(40);
    expect(new Set(SOURCES)).to.have.length(40);
  });

  it("get their texts in pieces, over time", () => {
    for (const { name, all } of played) {
      const pieces = all.messages.filter(({ header }) => header.msg_type === "stream");
      // Some hundred are written with a pause between them; a busy machine may join many.
      expect(pieces.length, name).to.be.greaterThan(60);
    }
  });

  for (const [i, cell] of FORTY_CELLS.entries()) {
    it(`${i + 1}: ${cell.name}`, () => {
      const differences = played.flatMap(({ name, ways, sent, saved, all }) => {
        const compare = (where: string, got: Kept[], own: Ways) => {
          const expected = expectedIn(cell, own);
          const known = got.map((one, j) => (fits(one, expected[j]) ? expected[j] : one));
          return differ(`${name}, ${where}`, expected, known);
        };
        return [
          ...compare("sent by the kernel", sent[i], BARE),
          ...compare("saved", saved[i], ways),
          // Whole bundles and tracebacks too, where the front end adds nothing of its own.
          ...(cell.shows.some(({ kind }) => kind === "asked")
            ? []
            : differ(`${name}, sent and saved`, sent[i], saved[i])),
          ...[
            ...all.pages,
            ...(all.ofRunner && isText(cell)
              ? [{ when: "from the runner's file", shown: all.ofRunner }]
              : []),
          ].flatMap(({ when, shown }) =>
            differ(
              `${name}, shown ${when}`,
              expectedShown(cell, sent[i], ways),
              asShown(shown[i] ?? [], sent[i]),
            ),
          ),
        ];
      });
      const [first, ...others] = played;
      for (const { name, sent } of others)
        differences.push(
          ...differ(`${first.name} and ${name}, sent by the kernel`, first.sent[i], sent[i]),
        );
      if (!cell.shows.some(({ kind }) => kind === "asked"))
        differences.push(
          ...differ("saved by the runner", uncounted(first.sent[i]), uncounted(byRunner[i])),
        );
      expect(differences.join("\n")).to.equal("");
    });
  }

  it("ask the reader the same questions, and keep no password", () => {
    const expected = FORTY_CELLS.flatMap(({ shows }) =>
      shows.flatMap((one) =>
        one.kind === "asked"
          ? [{ prompt: one.prompt, password: one.password, answer: one.answer }]
          : [],
      ),
    );
    for (const { name, all } of played) {
      expect(all.questions, name).to.deep.equal(
        expected.map(({ prompt, password }) => ({ prompt, password })),
      );
      for (const { answer, password } of expected)
        if (password) expect(all.file, name).to.not.contain(answer);
    }
  });

  it("have their lines to the page answered", () => {
    const expected = FORTY_CELLS.flatMap(({ comm }) => (comm ? [comm.gets] : []));
    for (const { name, all } of played) expect(all.comms, name).to.deep.equal(expected);
  });

  it("leave nothing in the files that is not of the notebook's format", () => {
    for (const { name, all } of played)
      expect(all.file, name).to.not.match(/"(transient|display_id|update_display_data)"/);
  });
});

/** The runner leaves out cells that ask, so its later cells have smaller numbers. */
const uncounted = (outputs: Kept[]) =>
  outputs.map((one) => ("count" in one ? { ...one, count: undefined } : one));
