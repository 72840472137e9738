import { expect } from "chai";
import { expectRefusal } from "./expect-refusal";

describe("expectRefusal", () => {
  const refuse = () => {
    throw new Error("no");
  };

  it("passes when a call fails with the message and changes nothing", () => {
    expectRefusal({ x: 1, list: [1] }, refuse, "no");
  });

  it("fails when the call succeeds or says something else", () => {
    expect(() => expectRefusal({}, () => 1, "no")).to.throw();
    expect(() => expectRefusal({}, refuse, "never")).to.throw();
  });

  it("fails when a field is replaced, added, or changed within", () => {
    const layer: { x: number[]; y?: number } = { x: [1] };
    const changes = [
      () => {
        layer.x = [1];
      },
      () => {
        layer.x[0] = 2;
      },
      () => {
        layer.y = 1;
      },
    ];
    for (const change of changes) {
      const call = () => {
        change();
        refuse();
      };
      expect(() => expectRefusal(layer, call, "no")).to.throw();
    }
  });
});
