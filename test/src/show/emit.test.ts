import { expect } from "chai";
import { emit } from "../../../src/show/emit";
import { printed } from "../../support/printed";

const HOOK = Symbol.for("tslab.display");
const scope = globalThis as Record<PropertyKey, unknown>;
const BUNDLE = { "text/html": "<b>1</b>", "image/svg+xml": "<svg/>", "text/plain": "one" };

/** A stock tslab, as far as emit sees it: what each display was given, by the display's number. */
function fakeTslab() {
  const shown: [number, string, unknown][] = [];
  let displays = 0;
  const newDisplay = () => {
    const id = displays++;
    return { raw: (mime: string, data: unknown) => void shown.push([id, mime, data]) };
  };
  const tslab = { display: newDisplay(), newDisplay };
  scope.__tslab__ = { require: (name: string) => (name === "tslab" ? tslab : undefined) };
  return shown;
}

describe("emit", () => {
  afterEach(() => {
    delete scope[HOOK];
    delete scope.__tslab__;
  });

  it("hands our kernel the whole bundle and the options", () => {
    const calls: unknown[][] = [];
    scope[HOOK] = (...args: unknown[]) => void calls.push(args);
    const shown = fakeTslab();
    emit(BUNDLE, { displayId: "curve", update: true });
    expect(calls).to.deep.equal([[BUNDLE, { displayId: "curve", update: true }]]);
    expect(shown, "only one of the ways is taken").to.deep.equal([]);
  });

  it("hands a stock tslab the best single type", () => {
    const shown = fakeTslab();
    emit(BUNDLE);
    emit({ "text/plain": "one", "image/png": "…" });
    emit({ "text/plain": "one" });
    emit({ "application/json": 1 });
    expect(shown).to.deep.equal([
      [0, "text/html", "<b>1</b>"],
      [0, "image/png", "…"],
      [0, "text/plain", "one"],
      [0, "application/json", 1],
    ]);
  });

  it("gives each display id of a stock tslab a display, which updates reach", () => {
    const shown = fakeTslab();
    emit({ "text/plain": "1" }, { displayId: "emit-a" });
    emit({ "text/plain": "2" }, { displayId: "emit-b" });
    emit({ "text/plain": "3" }, { displayId: "emit-a", update: true });
    expect(shown.map(([id]) => id)).to.deep.equal([1, 2, 1]);
  });

  it("prints the words in plain Node", () => {
    expect(printed(() => emit(BUNDLE))).to.equal("one\n");
    expect(printed(() => emit({ "image/png": "…" }))).to.equal("[image/png]\n");
  });

  it("prints when what stands for tslab is none", () => {
    scope.__tslab__ = {
      require: () => {
        throw new Error("no such module");
      },
    };
    expect(printed(() => emit(BUNDLE))).to.equal("one\n");
  });

  it("refuses an update of nothing with a sentence", () => {
    expect(() => emit(BUNDLE, { update: true })).to.throw(
      "emit: expected a displayId beside update: true, but got none",
    );
  });
});
