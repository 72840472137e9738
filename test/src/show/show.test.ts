import { inspect } from "node:util";
import { expect } from "chai";
import type { MimeBundle } from "../../../src/show/displayable";
import { show } from "../../../src/show/show";

const HOOK = Symbol.for("tslab.display");
const DISPLAY = Symbol.for("Jupyter.display");
const scope = globalThis as Record<PropertyKey, unknown>;

describe("show", () => {
  let shown: MimeBundle[] = [];
  const textOf = (value: unknown) => {
    shown = [];
    show(value);
    return shown[0]["text/plain"];
  };

  beforeEach(() => {
    shown = [];
    scope[HOOK] = (bundle: MimeBundle) => void shown.push(bundle);
  });
  afterEach(() => {
    delete scope[HOOK];
  });

  it("shows a figure as a picture, as a figure and in words", () => {
    show({ data: [{ y: [1, 2] }], layout: { title: "Loss" } });
    const [bundle] = shown;
    expect(bundle["text/html"]).to.match(/^<img src="data:image\/svg\+xml;base64,/);
    expect(bundle["application/vnd.plotly.v1+json"]).to.have.nested.property("data[0].y[1]", 2);
    expect(bundle["text/plain"]).to.equal("Chart: Loss. trace 0: y from 1 to 2.");
  });

  it("shows what displays itself, at once or later", async () => {
    const bundle = { "text/html": "<b>1</b>" };
    show({ [DISPLAY]: () => bundle });
    show({ [DISPLAY]: async () => bundle });
    await new Promise(setImmediate);
    expect(shown).to.deep.equal([bundle, bundle]);
  });

  it("shows everything else as text", () => {
    expect(textOf("apple")).to.equal("apple");
    expect(textOf([1, { a: 2 }])).to.equal("[ 1, { a: 2 } ]");
    expect(textOf({ data: [1, 2] })).to.equal("{ data: [ 1, 2 ] }");
  });

  it("throws for no odd value", () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    const refuse = () => {
      throw new Error("no");
    };
    const getter = Object.defineProperty({}, DISPLAY, { get: refuse });
    const data = Object.defineProperty({ layout: 1 }, "data", { get: refuse, enumerable: true });
    const trap = new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const odd = [null, undefined, cyclic, getter, data, trap, proxy, Symbol("s"), 1n, refuse];
    for (const value of [...odd, Object.create(null), { [DISPLAY]: 3 }]) {
      expect(textOf(value)).to.be.a("string");
    }
    expect(textOf({ [inspect.custom]: refuse, price: 220 })).to.include("price: 220");
    const failed = textOf({ [DISPLAY]: refuse, price: 220 });
    expect(failed).to.include("price: 220").and.to.include("(its own display failed: Error: no");
    expect(textOf({ [DISPLAY]: () => null, price: 220 })).to.include("price: 220");
  });

  it("says what is wrong with a figure that cannot be drawn", () => {
    expect(() => show({ data: 5, layout: {} })).to.throw(
      "show: expected the figure's data to be a list of traces ({ x: [...], y: [...] }), but got 5",
    );
    expect(() => show({ data: [{ y: [1, 2], mode: "curly" }], layout: {} })).to.throw(
      "show: expected a valid figure, but in data trace 0, key mode is set to an invalid value (curly)",
    );
    expect(shown).to.deep.equal([]);
  });
});
