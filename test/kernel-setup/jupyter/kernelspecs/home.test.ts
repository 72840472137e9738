import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { canKeep, homeOf } from "../../../../kernel-setup/jupyter/kernelspecs/home";
import type { Machine } from "../../../../kernel-setup/jupyter/kernelspecs/jupyter-paths";
import { removeTemporary, temporaryFolder } from "../../commands/parts/temporary";

const machine = (platform: NodeJS.Platform, home: string, env = {}): Machine => ({
  platform,
  home,
  env,
});
const linux = (env = {}) => machine("linux", "/home/ada", env);

describe("homeOf", () => {
  afterEach(removeTemporary);

  /** A place in which nothing can be written, whoever asks: a file stands where a folder must be. */
  function unwritable(): string {
    const root = temporaryFolder();
    writeFileSync(join(root, "notebooks"), "");
    return root;
  }

  it("is the clone, with the places that it has always had, where it can be written", () => {
    const root = temporaryFolder();
    const home = {
      folder: root,
      copies: join(root, "notebooks", "mine"),
      servers: join(root, ".jupyter"),
    };
    expect(homeOf(root, { machine: linux() })).to.deep.equal(home);
    expect(readdirSync(root), "nothing is made").to.deep.equal([]);
    mkdirSync(home.copies, { recursive: true });
    expect(homeOf(root, { machine: linux() })).to.deep.equal(home);
    // A user without a home folder has a clone.
    const homeless = {
      platform: "linux",
      env: {},
      get home(): string {
        throw new Error("none");
      },
    };
    expect(homeOf(root, { machine: homeless as Machine }).folder).to.equal(root);
  });

  it("is else where each system wants a program's data", () => {
    const root = unwritable();
    const folderOf = (each: Machine) => homeOf(root, { machine: each }).folder;
    expect(folderOf(linux())).to.equal("/home/ada/.local/share/backprop");
    expect(folderOf(linux({ XDG_DATA_HOME: "/data" }))).to.equal("/data/backprop");
    expect(folderOf(linux({ XDG_DATA_HOME: "" }))).to.equal("/home/ada/.local/share/backprop");
    expect(
      folderOf(linux({ XDG_DATA_HOME: "data" })),
      "the specification wants it ignored",
    ).to.equal("/home/ada/.local/share/backprop");
    expect(folderOf(linux({ JUPYTER_DATA_DIR: "/j" }))).to.equal("/home/ada/.local/share/backprop");
    expect(folderOf(machine("darwin", "/Users/ada", { XDG_DATA_HOME: "/data" }))).to.equal(
      "/Users/ada/Library/Application Support/backprop",
    );
    const windows = (env = {}) => machine("win32", "C:\\Users\\ada", env);
    expect(folderOf(windows({ LOCALAPPDATA: "D:\\Local" }))).to.equal("D:\\Local\\backprop");
    expect(folderOf(windows())).to.equal("C:\\Users\\ada\\AppData\\Local\\backprop");
  });

  it("is first of all where it was asked for, then where the environment says", () => {
    const root = temporaryFolder();
    const env = { BACKPROP_HOME: "/env" };
    expect(homeOf(root, { asked: "/asked", machine: linux(env) }).folder).to.equal("/asked");
    expect(homeOf(root, { machine: linux(env) }).folder).to.equal("/env");
    expect(homeOf(root, { machine: linux({ BACKPROP_HOME: "" }) }).folder).to.equal(root);
    expect(homeOf(root, { asked: "work", from: "/home/ada", machine: linux() }).copies).to.equal(
      join("/home/ada", "work", "notebooks", "mine"),
    );
  });
});

describe("canKeep", () => {
  afterEach(removeTemporary);
  it("tries it on Windows, which does not know it before, and leaves nothing behind", () => {
    const folder = temporaryFolder();
    expect(canKeep(join(folder, "a", "b"), "win32")).to.equal(true);
    writeFileSync(join(folder, "file"), "");
    expect(canKeep(join(folder, "file"), "win32")).to.equal(false);
    expect(readdirSync(folder)).to.deep.equal(["file"]);
  });
});
