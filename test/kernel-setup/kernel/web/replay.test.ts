import { expect } from "chai";
import type { CellRequest } from "../../../../kernel-setup/kernel/cells/messages";
import { numbersOf, RanCells } from "../../../../kernel-setup/kernel/web/replay";

const request = (cell: number, more: Partial<CellRequest> = {}): CellRequest => ({
  type: "request",
  cell,
  msgType: "execute_request",
  content: { code: "1" },
  metadata: {},
  buffers: [],
  count: cell,
  ...more,
});

describe("cells that may be run again", () => {
  it("are those that have run, with what the reader answered, and whether they came to their end", () => {
    const ran = new RanCells();
    ran.begin(request(1));
    ran.answer({ value: "Ada" });
    ran.end(1, { status: "ok" });
    ran.begin(request(2, { msgType: "complete_request" }));
    ran.end(2, { status: "ok" });
    ran.begin(request(3));
    ran.end(3, { status: "error", ename: "Error" });
    ran.begin(request(4));
    ran.end(4, { status: "error", ename: "TypeScriptError" });
    ran.begin(request(5));
    ran.end(5, { status: "error", ename: "Interrupted" });
    ran.begin(request(6));
    ran.abandon();
    ran.end(6, { status: "ok" });
    const told = ran.all.map(({ request: { cell }, answers, isWhole }) => [cell, answers, isWhole]);
    expect(told).to.deep.equal([
      [1, [{ value: "Ada" }], true],
      [3, [], false],
      [5, [], false],
    ]);
    ran.keep(ran.all.filter(({ isWhole }) => isWhole));
    expect(ran.all.map(({ request: { cell } }) => cell)).to.deep.equal([1]);
  });

  it("are named by their numbers, many by the first and the last", () => {
    expect(numbersOf([])).to.equal("");
    expect(numbersOf([4])).to.equal("[4]");
    expect(numbersOf([1, 2])).to.equal("[1], [2]");
    expect(numbersOf([7, 1, 3, 2, 3, 9, 10])).to.equal("[1]–[3], [7], [9], [10]");
  });
});
