import { expect } from "chai";
import { todo } from "../../../../src/judging/todo";
import { AddLayer } from "../../../../src/layers/add";
import { MulLayer } from "../../../../src/layers/mul";
import { judge } from "../../../../src/lessons/judge";
import { expectPassed, expectWrong, type Kept, layer } from "../../judging/judging";

const add = (x: number, y: number) => x + y;

describe("exercise 05-2, the add layer", () => {
  it("takes an untouched blank for not written yet, and names the method to start with", () => {
    class MyAddLayer {
      forward(): number {
        return todo();
      }
      backward(): [number, number] {
        return todo();
      }
    }
    const untouched = judge("05-2", MyAddLayer);
    expect(untouched.state).to.equal("blank");
    expect(untouched.place).to.include({ layer: "MyAddLayer", method: "forward" });
    expect(untouched.sentences[0].en).to.match(/^start with `forward`/);

    const half = judge("05-2", layer(add, todo));
    expect(half.state).to.equal("blank");
    expect(half.place).to.include({ method: "backward" });
  });

  it("judges a finished forward before it asks for backward", () => {
    const wrongForward = layer((x, y) => x * y, todo);
    expectWrong("05-2", wrongForward, { method: "forward", cause: "multiplied-instead" });
  });

  it("passes a right class, with or without kept inputs, and the library's own", () => {
    expectPassed(
      "05-2",
      layer(add, (dout) => [dout, dout]),
    );
    expectPassed("05-2", AddLayer);
  });

  const method = "backward";
  for (const [title, backward, parameter, cause] of [
    ["forgets dout", () => [1, 1], "dx", "dout-ignored"],
    ["multiplies as the multiply node does", null, "dx", "multiply-rule"],
    [
      "splits dout between the inputs",
      (dout: number) => [dout / 2, dout / 2],
      "dx",
      "gradient-split",
    ],
    ["adds 1 to dout", (dout: number) => [dout + 1, dout + 1], "dx", "dout-added"],
    ["is right for dx only", (dout: number) => [dout, 1], "dy", "dout-ignored"],
    ["writes the lesson's 1.1 down", () => [1.1, 1.1], "dx", "hard-coded"],
  ] as const) {
    it(`tells ${cause} at ${parameter} when backward ${title}`, () => {
      const answer =
        backward === null
          ? layer(
              function (x, y) {
                Object.assign(this, { x, y });
                return x + y;
              },
              function (dout) {
                return [dout * this.y, dout * this.x];
              },
            )
          : layer(add, backward);
      expectWrong("05-2", answer, { method, parameter, cause });
    });
  }

  it("sees the forward inputs, or the sum, on the way back", () => {
    const keep = function (this: Kept, x: number, y: number) {
      Object.assign(this, { x, y });
      return x + y;
    };
    const inputs = layer(keep, function () {
      return [this.x, this.y];
    });
    const where = { method, parameter: "dx" } as const;
    expectWrong("05-2", inputs, { ...where, cause: "inputs-passed-on" });
    const output = layer(keep, function (dout) {
      return [dout * (this.x + this.y), dout * (this.x + this.y)];
    });
    expectWrong("05-2", output, { ...where, cause: "value-not-slope" });
    const half = layer(keep, function (dout) {
      return [dout, this.y];
    });
    expectWrong("05-2", half, { method, parameter: "dy", cause: "inputs-passed-on" });
  });

  it("does not take the multiply layer for the add layer", () => {
    expectWrong("05-2", MulLayer, {
      layer: "MulLayer",
      method: "forward",
      parameter: "out",
      cause: "multiplied-instead",
    });
  });

  it("tells every other form from a pair", () => {
    const forms = [
      [(dout: number) => ({ dx: dout, dy: dout }), "object-instead-of-pair"],
      [(dout: number) => dout, "number-instead-of-pair"],
      [(dout: number) => [dout], "wrong-length"],
      [(dout: number) => [dout, dout, dout], "wrong-length"],
      [() => {}, "nothing-returned"],
      [(dout: number) => `${dout},${dout}`, "text-returned"],
      [async (dout: number) => [dout, dout], "promise-returned"],
    ] as const;
    for (const [backward, cause] of forms) {
      expectWrong("05-2", layer(add, backward), { method, cause });
    }
    const text = layer((x, y) => `${x}${y}`, todo);
    expectWrong("05-2", text, { method: "forward", parameter: "out", cause: "text-returned" });
    const texts = layer(add, (dout) => [`${dout}`, `${dout}`]);
    expectWrong("05-2", texts, { parameter: "dx", cause: "text-returned" });
  });
});
