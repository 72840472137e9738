import { expect } from "chai";
import {
  barLine,
  duration,
  ProgressBar,
} from "../../../../kernel-setup/jupyter/runner/progress-bar";

describe("the progress bar", () => {
  it("shows bar, count and the time left, reckoned from the time taken", () => {
    expect(barLine(0, 8, 0, "cells")).to.equal("[--------------------] 0/8 cells");
    expect(barLine(2, 8, 10_000, "cells")).to.equal(
      "[#####---------------] 2/8 cells, about 30 s left",
    );
    expect(barLine(8, 8, 9, "cells")).to.equal("[####################] 8/8 cells");
    expect(barLine(0, 0, 9, "cells")).to.equal("[####################] 0/0 cells");
  });

  it("gives durations in words", () => {
    expect([400, 59_000, 65_000, 3_720_000].map(duration)).to.deep.equal([
      "0 s",
      "59 s",
      "1 min 05 s",
      "1 h 02 min",
    ]);
  });

  it("draws only on a terminal, never wider than it, and makes room for lines above", () => {
    const written: string[] = [];
    const terminal = { isTTY: true, columns: 24, write: (text: string) => written.push(text) };
    const bar = new ProgressBar(terminal, "cells");
    bar.update(1, 2);
    bar.above(() => written.push("line\n"));
    bar.end();
    expect(written).to.deep.equal([
      "\r\x1b[K[##########----------] ",
      "\r\x1b[K",
      "line\n",
      "[##########----------] ",
      "\r\x1b[K",
    ]);
    written.length = 0;
    new ProgressBar({ ...terminal, columns: 0 }, "cells").update(2, 2);
    expect(written).to.deep.equal(["\r\x1b[K[####################] 2/2 cells"]);
    written.length = 0;
    const none = new ProgressBar({ ...terminal, isTTY: false }, "cells");
    none.update(1, 2);
    none.above(() => written.push("line\n"));
    none.end();
    expect(written).to.deep.equal(["line\n"]);
  });
});
