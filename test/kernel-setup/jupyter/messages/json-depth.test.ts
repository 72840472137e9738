import { expect } from "chai";
import { depthOf } from "../../../../kernel-setup/jupyter/messages/json-depth";

/** By the values themselves. */
function levels(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(levels));
}

const TEXTS = [
  "",
  "a",
  '"',
  "\\",
  "\\\\",
  '\\"',
  '"[{',
  "]}",
  "가\\",
  "\u2028[",
  '\\"\\\\"',
  "\n\t",
];

describe("depthOf", () => {
  it("counts lists and objects, whatever the texts beside them hold", () => {
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const text = () =>
      Array.from({ length: random(4) }, () => TEXTS[random(TEXTS.length)]).join("");
    const value = (most: number): unknown => {
      const kind = random(most > 0 ? 6 : 3);
      if (kind < 2) return text();
      if (kind === 2) return [null, true, -1.5e3][random(3)];
      if (kind < 5) return Array.from({ length: random(4) }, () => value(most - 1));
      return Object.fromEntries(Array.from({ length: random(4) }, () => [text(), value(most - 1)]));
    };
    const depths = new Set<number>();
    for (let i = 0; i < 2000; i++) {
      const one = value(6);
      depths.add(levels(one));
      for (const json of [JSON.stringify(one), JSON.stringify(one, null, 1)])
        expect(depthOf(Buffer.from(json)), json).to.equal(levels(one));
    }
    expect([...depths].sort()).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
  });

  it("ends with a text that does not", () => {
    for (const json of ['["', '["\\', '[["a\\"', '"'])
      expect(depthOf(Buffer.from(json))).to.equal(json.split('"')[0].length);
  });
});
