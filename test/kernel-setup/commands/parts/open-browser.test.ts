import fs, { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { openBrowser } from "../../../../kernel-setup/commands/parts/open-browser";
import { removeTemporary, temporaryFolder } from "./temporary";

describe("openBrowser", () => {
  const { PATH } = process.env;
  const { rmSync } = fs;
  let home: string;
  beforeEach(() => {
    process.env.PATH = "/nowhere"; // no browser
    home = join(temporaryFolder(), "home");
  });
  afterEach(() => {
    fs.rmSync = rmSync;
    process.env.PATH = PATH;
  });
  after(removeTemporary);

  it("removes what it has left for the browser once the address was used", () => {
    let use = () => {};
    openBrowser(home, (used) => {
      use = used;
      return "http://127.0.0.1/";
    });
    expect(readdirSync(home)).to.have.length(1);
    use();
    expect(readdirSync(home)).to.deep.equal([]);
  });

  it("lets the address be used also while the browser holds its file, as on Windows", () => {
    let use = () => {};
    const opening = openBrowser(home, (used) => {
      use = used;
      return "http://127.0.0.1/";
    });
    let asked = 0;
    fs.rmSync = () => {
      asked++;
      throw Object.assign(new Error("EBUSY: resource busy or locked, rm"), { code: "EBUSY" });
    };
    use();
    opening.end();
    expect(asked).to.equal(2);
    expect(existsSync(home)).to.equal(true);
  });
});
