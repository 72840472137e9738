import { expect } from "chai";
import { needs } from "../support/needs";
import { PageServer } from "./page-server";

interface Piece {
  name: "stdout" | "stderr";
  text: string;
}

const out = (text: string): Piece => ({ name: "stdout", text });
const err = (text: string): Piece => ({ name: "stderr", text });

/** What a cell writes, piece by piece, and what a terminal then shows. */
const WRITTEN: Record<string, { pieces: Piece[]; shown: Piece[] }> = {
  "lines of a loop": {
    pieces: [0, 1, 2, 3].map((epoch) => out(`epoch ${epoch}\n`)),
    shown: [out("epoch 0\nepoch 1\nepoch 2\nepoch 3\n")],
  },
  "lines that grow shorter": {
    pieces: ["abcdef", "bcde", "cd", "e"].map((text) => out(`${text}\n`)),
    shown: [out("abcdef\nbcde\ncd\ne\n")],
  },
  "dots, and the end of their line": {
    pieces: [..."....."].map(out).concat(out(" done\n")),
    shown: [out("..... done\n")],
  },
  "errors between what is printed": {
    pieces: [out("a"), out("b\n"), err("e1\n"), err("e2\n"), out("c"), err("e3\n"), err("e4\n")],
    shown: [out("ab\n"), err("e1\ne2\n"), out("c"), err("e3\ne4\n")],
  },
  "a count that is overwritten": {
    pieces: ["\r0%", "\r20%", "\r40%", "\r100%", "\ndone\n"].map(out),
    shown: [out("100%\ndone\n")],
  },
  "a shorter text over a longer one": {
    pieces: ["one long line", "\rTWO", "\nnext\r", "N"].map(out),
    shown: [out("TWO long line\nNext")],
  },
  "letters that are taken back": {
    pieces: ["ab", "\bc", "\b\b\bxyz", "\n\b\bend\n"].map(out),
    shown: [out("xyz\nend\n")],
  },
  "pictures that share half of their code": {
    pieces: ["😀", "\r😁", "\r😂"].map(out),
    shown: [out("😂")],
  },
  "a bar whose pictures become others": {
    pieces: ["🟩🟩🟩", "\r🟩🟩⬜", "\r⬜⬜⬜", "\n끝\n"].map(out),
    shown: [out("⬜⬜⬜\n끝\n")],
  },
  "a text cut anywhere": { pieces: cutAnywhere(), shown: [] },
};
WRITTEN["a text cut anywhere"].shown = merged(WRITTEN["a text cut anywhere"].pieces);

/** Lines in two languages, with pictures, in pieces of 1 to 9 characters, now and then on stderr. */
function cutAnywhere(): Piece[] {
  let seed = 12_345;
  const below = (n: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * n);
  };
  const characters = [..."loss 0.25 → 손실 0.125 😀\n\nepoch 2\n".repeat(12)];
  const pieces: Piece[] = [];
  let name: Piece["name"] = "stdout";
  for (let at = 0; at < characters.length; ) {
    const length = 1 + below(9);
    pieces.push({ name, text: characters.slice(at, at + length).join("") });
    at += length;
    if (below(6) === 0) name = name === "stdout" ? "stderr" : "stdout";
  }
  return pieces;
}

/** Pieces of one stream in a row are one output. */
function merged(pieces: Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const { name, text } of pieces) {
    const last = whole.at(-1);
    if (last?.name === name) last.text += text;
    else whole.push({ name, text });
  }
  return whole;
}

const cellThatWrites = (pieces: Piece[]) =>
  `for (const { name, text } of ${JSON.stringify(pieces)}) {
  process[name as "stdout"].write(text);
  await new Promise((wake) => setTimeout(wake, 30));
}`;

const DISPLAYS = `const wait = () => new Promise((wake) => setTimeout(wake, 100));
import { newDisplay } from "tslab";
console.log("before"); await wait();
const shown = newDisplay();
shown.text("one"); await wait();
console.log("between"); await wait();
shown.text("two"); await wait();
console.log("and"); await wait();
console.error("error"); shown.text("three"); await wait();
console.log("after");`;

const CLEARS = `console.log("gone"); await wait();
console.error("gone too"); await wait();
clearOutput(); await wait();
console.log("a"); await wait();
clearOutput(true); await wait();
console.log("b"); await wait();
console.log("c"); await wait();
const again = newDisplay();
again.text("one"); await wait();
console.log("d"); await wait();
again.text("two");`;

const SHOWN = `openNotebook.panel.content.widgets.map(({ outputArea }) =>
  [...(outputArea?.node.querySelectorAll(".jp-OutputArea-output pre") ?? [])].map((pre) => pre.textContent))`;

describe("what a running cell writes, in the notebook page", function () {
  this.timeout(240_000);
  let served: PageServer;

  before(async function () {
    needs(this, "chromium", "playwright-core");
    served = await PageServer.start();
  });
  afterEach(() => served?.tidy());
  after(() => served?.stop());

  it("stands on the screen and in the file as a terminal shows it, however it arrives", async () => {
    const all = Object.entries(WRITTEN);
    const page = await served.open(
      "streams.ipynb",
      all.map(([, { pieces }]) => cellThatWrites(pieces)),
    );
    await page.page.evaluate(`window.sent = {};
      openNotebook.panel.sessionContext.iopubMessage.connect((_, { header, parent_header, content }) => {
        if (header.msg_type === "stream") (sent[parent_header.msg_id] ??= []).push(content);
      })`);
    await page.runAll();
    await page.saved();
    const sent = Object.values(await page.page.evaluate<Record<string, Piece[]>>("sent"));
    const onScreen = await page.page.evaluate<string[][]>(SHOWN);
    const onDisk = served.cellsOnDisk("streams.ipynb");
    all.forEach(([name, { pieces, shown }], i) => {
      expect(merged(sent[i]), `the kernel sent ${name}`).to.deep.equal(merged(pieces));
      const texts = shown.map(({ text }) => text);
      expect(onScreen[i], `${name}, on the screen`).to.deep.equal(texts);
      const outputs = onDisk[i].outputs.map(({ name, text }) => ({ name, text }));
      expect(outputs, `${name}, in the file`).to.deep.equal(shown);
    });
    expect(served.errors).to.deep.equal([]);
    // As a reload shows it.
    await page.open(served.server.urlOf("streams.ipynb"));
    expect(await page.page.evaluate(SHOWN)).to.deep.equal(onScreen);
  });

  it("keeps its order with displays that change and outputs that are cleared", async () => {
    const page = await served.open("displays.ipynb", [DISPLAYS, CLEARS]);
    const texts = [
      ["before\n", "three", "between\nand\n", "error\n", "after\n"],
      ["b\nc\n", "two", "d\n"],
    ];
    await page.runAll();
    await page.saved();
    expect((await page.page.evaluate<string[][]>(SHOWN)).slice(0, 2)).to.deep.equal(texts);
    const onDisk = served
      .cellsOnDisk("displays.ipynb")
      .map(({ outputs }) =>
        outputs.map(({ text, data }) => text ?? [data?.["text/plain"]].flat().join("")),
      );
    expect(onDisk.slice(0, 2)).to.deep.equal(texts);
  });
});
