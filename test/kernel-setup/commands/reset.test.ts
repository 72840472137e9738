import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { UsageError } from "../../../kernel-setup/commands/parts/arguments";
import { findLessons } from "../../../kernel-setup/commands/reset";
import { removeTemporary, temporaryClone, writeFiles } from "./parts/temporary";

describe("npm run reset", () => {
  afterEach(removeTemporary);
  const files = ["05-simple-layers.ipynb", "06-relu.ipynb", "index.ipynb"];

  it("finds lessons by number or name", () => {
    for (const name of ["05", "5", "05-simple-layers", "05-simple-layers.ipynb"])
      expect(findLessons([name], files), name).to.deep.equal(["05-simple-layers.ipynb"]);
    expect(findLessons(["index"], files)).to.deep.equal(["index.ipynb"]);
    expect(findLessons(["6", "05"], files)).to.deep.equal([
      "06-relu.ipynb",
      "05-simple-layers.ipynb",
    ]);
  });

  it("refuses a lesson that there is not, and says which there are", () => {
    for (const name of ["07", "0", "", "simple", "in", ".."])
      expect(() => findLessons([name], files), name).to.throw(
        UsageError,
        `npm run reset: expected a lesson that there is (05, 06, index), but got ${JSON.stringify(name)}.`,
      );
    expect(() => findLessons([], files)).to.throw(UsageError, "there are 05, 06, index");
    expect(() => findLessons(["05"], [])).to.throw(UsageError, "(none)");
  });

  it("gives a fresh copy in the language asked for and keeps the old one beside it", () => {
    const clone = temporaryClone();
    writeFiles(clone, { "notebooks/mine/ko/05-simple-layers.ipynb": "my work" });
    // The compiled command finds the clone by its own place.
    const main = JSON.stringify(join(clone, "dist", "kernel-setup", "commands", "reset.js"));
    const run = (...args: string[]) =>
      spawnSync(
        process.execPath,
        [
          "-e",
          `require(${main}).main(process.argv.slice(1)).then((c) => { process.exitCode = c; })`,
          "--",
          ...args,
        ],
        { encoding: "utf8" },
      );
    const { status, stdout } = run("05", "--lang", "ko");
    expect(status).to.equal(0);
    expect(stdout).to.equal(
      "notebooks/mine/ko/05-simple-layers.ipynb is fresh; your copy is kept as 05-simple-layers-kept-1.ipynb.\n",
    );
    const mine = join(clone, "notebooks", "mine");
    expect(readFileSync(join(mine, "ko", "05-simple-layers-kept-1.ipynb"), "utf8")).to.equal(
      "my work",
    );
    expect(readFileSync(join(mine, "ko", "05-simple-layers.ipynb"), "utf8")).to.contain("더하기");
    expect(readdirSync(mine)).to.deep.equal(["ko"]);
    const refused = run("05", "99");
    expect(refused.status).to.equal(2);
    expect(refused.stderr).to.match(
      /^npm run reset: expected a lesson that there is \(05\), but got "99"/,
    );
    expect(readdirSync(mine), "nothing is reset when one is wrong").to.deep.equal(["ko"]);
  });
});
