import { inspect as ofNode } from "node:util";
import { expect } from "chai";
import { inspect } from "../../../src/home/browser/inspect";
import { allKinds, proxies, unseen, WAYS } from "./all-kinds";

/** The Node that has made the lessons' outputs. Later ones write a few things otherwise. */
const isNode20 = process.versions.node.startsWith("20.");

describe("the text of a value in a page", () => {
  before(function () {
    if (!isNode20) this.skip();
  });

  it("is compared for at least 300 values", () => {
    expect(Object.values(allKinds()).flat().length).to.be.at.least(300);
  });

  for (const kind of Object.keys(allKinds()))
    it(`is Node's for ${kind}, however it is asked for`, () => {
      for (const options of Object.values(WAYS)) {
        // Anew for each: some values change when they are looked at.
        const [there, here] = [allKinds()[kind], allKinds()[kind]];
        for (const [i, value] of here.entries())
          expect(inspect(value, options), `${kind}[${i}]`).to.equal(ofNode(there[i], options));
      }
    });

  it("leaves out what no script can look into, and nothing else", () => {
    for (const [value, inPage] of unseen()) {
      expect(inspect(value)).to.equal(inPage);
      expect(ofNode(value)).not.to.equal(inPage);
    }
    for (const [value, inPage] of proxies()) {
      expect(inspect(value, { showProxy: true })).to.equal(inPage);
      expect(ofNode(value, { showProxy: true })).not.to.equal(inPage);
      expect(inspect(value)).to.equal(ofNode(value));
    }
  });

  it("throws what a value's own inspection throws", () => {
    const odd = {
      [ofNode.custom]() {
        throw new Error("not today");
      },
    };
    expect(() => inspect(odd)).to.throw("not today");
    expect(inspect(odd, { customInspect: false })).to.equal(ofNode(odd, { customInspect: false }));
  });
});
