import { expect } from "chai";
import type { MimeBundle } from "../../../src/show/displayable";
import type { EmitOptions } from "../../../src/show/emit";
import { progress } from "../../../src/show/progress";
import { TerminalLine } from "../../../src/show/terminal-line";
import { setLanguage } from "../../../src/text/language";
import { work } from "../../support/work";

const HOOK = Symbol.for("tslab.display");
const scope = globalThis as Record<PropertyKey, unknown>;

describe("progress", () => {
  let shown: { bundle: MimeBundle; options: EmitOptions }[] = [];
  const words = () => shown.map(({ bundle }) => bundle["text/plain"]);
  const last = () => shown[shown.length - 1].bundle;

  beforeEach(() => {
    shown = [];
    scope[HOOK] = (bundle: MimeBundle, options: EmitOptions) =>
      void shown.push({ bundle, options });
  });
  afterEach(() => {
    delete scope[HOOK];
    setLanguage("en");
  });

  it("gives each item once, in order, and ends with the bare count", () => {
    const seen: string[] = [];
    for (const item of progress(new Set(["a", "b", "c"]), "files")) seen.push(item);
    expect(seen).to.deep.equal(["a", "b", "c"]);
    expect(words()[0]).to.equal("files: 0 of 3");
    expect(last()["text/plain"]).to.equal("files: 3 of 3");
    expect(last()["text/html"]).to.include(
      'role="progressbar" aria-label="files" aria-valuemin="0" aria-valuemax="3" aria-valuenow="3"',
    );
    expect(last()["text/html"]).to.include("width:100%");
  });

  it("changes one place at most ten times a second, with rate and time left", () => {
    const start = performance.now();
    for (const _ of progress(60, "step")) work(10);
    const most = (performance.now() - start) / 100 + 2;
    const [first, ...others] = shown;
    expect(first.options.displayId).to.match(/^progress-\d+$/);
    expect(first.options.update).to.equal(false);
    for (const { options } of others) {
      expect(options).to.include({ displayId: first.options.displayId, update: true });
    }
    // What a cell that is cut off leaves; a loop that ends leaves it by itself.
    expect(others[1].options.atCellEnd?.()).to.deep.equal(last());
    expect(others[others.length - 1].options).to.not.have.property("atCellEnd");
    expect(shown).to.have.length.within(4, most);
    expect(words()[2]).to.match(/^step: \d+ of 60, \d+ a second, \d+ s left$/);
    expect(last()["text/plain"]).to.equal("step: 60 of 60");
  });

  it("keeps the count of finished rounds after a break and after an error", () => {
    for (const i of progress(10, "epoch")) if (i === 4) break;
    expect(last()["text/plain"]).to.equal("epoch: 4 of 10");
    const fail = () => {
      for (const i of progress(10, "epoch")) if (i === 7) throw new Error("NaN");
    };
    expect(fail).to.throw("NaN");
    expect(last()["text/plain"]).to.equal("epoch: 7 of 10");
  });

  it("goes through what comes later, and through what has no known end", async () => {
    async function* later() {
      yield 1;
      yield 2;
    }
    let sum = 0;
    for await (const item of progress(later(), "batches")) sum += item;
    expect(sum).to.equal(3);
    expect(last()["text/plain"]).to.equal("batches: 2");
    expect(last()["text/html"]).to.not.include("aria-valuemax");
  });

  it("speaks Korean, and keeps the label's signs harmless", () => {
    setLanguage("ko");
    for (const _ of progress(2, '<에폭 "1">'));
    expect(last()["text/plain"]).to.equal('<에폭 "1">: 2 / 2');
    expect(last()["text/html"]).to.include("&lt;에폭 &quot;1&quot;&gt;: 2 / 2</span>");
  });

  it("refuses what nobody can go through", () => {
    for (const wrong of [-1, 2.5, Number.NaN, null, undefined, {}]) {
      expect(() => progress(wrong as number)).to.throw(
        /^progress: expected a whole number from 0 on or something to go through, but got /,
      );
    }
  });

  it("writes over one line of a terminal, and into a file only the last state", () => {
    for (const [isTTY, expected] of [
      [true, "\r\x1b[Kone\r\x1b[Klast\n"],
      [false, "last\n"],
    ] as const) {
      let text = "";
      const line = new TerminalLine({ isTTY, write: (part) => (text += part) });
      line.offer(() => ({ "text/plain": "one" }));
      line.offer(() => ({ "text/plain": "too soon" }));
      line.end(() => ({ "text/plain": "last" }));
      expect(text).to.equal(expected);
    }
  });
});
