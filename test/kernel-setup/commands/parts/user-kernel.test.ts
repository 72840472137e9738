import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectKernelSpec } from "../../../../kernel-setup/commands/parts/project-kernelspec";
import {
  installUserKernel,
  ownerOf,
  readUserKernel,
  UserKernelError,
  uninstallUserKernel,
  userKernelFolder,
} from "../../../../kernel-setup/commands/parts/user-kernel";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

const FOREIGN = {
  argv: ["tslab", "{connection_file}"],
  display_name: "TS",
  language: "typescript",
};

describe("the kernel in the user's Jupyter folder", () => {
  let folder: string;
  let source: string;
  const spec = projectKernelSpec("/clone", "/usr/bin/node", "linux");
  const install = (force = false) => installUserKernel(folder, spec, source, force);

  beforeEach(() => {
    folder = join(temporaryFolder(), "kernels", "tslab");
    source = join(temporaryFolder(), "tslab");
    writeFiles(source, { "kernel.json": "{}", "plotly.min.js": "window.Plotly = 1;" });
  });
  afterEach(removeTemporary);

  it("lies where Jupyter looks, on each system", () => {
    const at = (platform: NodeJS.Platform, env: object, home: string) =>
      userKernelFolder("tslab", { platform, env: { ...env }, home });
    expect(at("linux", {}, "/home/ada")).to.equal("/home/ada/.local/share/jupyter/kernels/tslab");
    expect(at("darwin", {}, "/Users/ada")).to.equal("/Users/ada/Library/Jupyter/kernels/tslab");
    expect(at("linux", { JUPYTER_DATA_DIR: "/data" }, "/home/ada")).to.equal("/data/kernels/tslab");
    const roaming = "C:\\Users\\ada\\AppData\\Roaming";
    expect(at("win32", { APPDATA: roaming }, "C:\\Users\\ada")).to.equal(
      `${roaming}\\jupyter\\kernels\\tslab`,
    );
  });

  it("refuses a name that would lead elsewhere", () => {
    for (const name of ["../tslab", "a b", "", "a/b"])
      expect(() => userKernelFolder(name), name).to.throw(UserKernelError, /letters, digits/);
  });

  it("starts this clone's kernel by absolute paths, and comes with the files of the page", () => {
    install();
    const command = [
      "/usr/bin/node",
      join("/clone", "dist", "kernel-setup", "kernel", "main.js"),
      "{connection_file}",
    ];
    const watch = join("/clone", "kernel-setup", "kernel", "watch.sh");
    expect(readUserKernel(folder)?.argv).to.deep.equal(["/bin/sh", watch, ...command]);
    expect(projectKernelSpec("/clone", "/usr/bin/node", "win32").argv).to.deep.equal(command);
    expect(readdirSync(folder).sort()).to.deep.equal(["kernel.json", "plotly.min.js"]);
    expect(ownerOf(folder)).to.equal("own");
  });

  it("may be installed again over our own, and goes away without a trace", () => {
    install();
    install();
    expect(uninstallUserKernel(folder, source)).to.equal("nothing");
    expect(existsSync(folder)).to.equal(false);
  });

  it("never takes a foreign one's place unasked, also when that cannot be read", () => {
    for (const foreign of [FOREIGN, "not JSON", { ...FOREIGN, metadata: { other: {} } }]) {
      writeFiles(folder, { "kernel.json": foreign });
      const before = readFileSync(join(folder, "kernel.json"), "utf8");
      expect(ownerOf(folder)).to.equal("foreign");
      expect(() => install()).to.throw(UserKernelError, "With --force it is replaced");
      expect(() => uninstallUserKernel(folder, source)).to.throw(UserKernelError, "it stays");
      expect(readdirSync(folder)).to.deep.equal(["kernel.json"]);
      expect(readFileSync(join(folder, "kernel.json"), "utf8")).to.equal(before);
    }
  });

  it("takes a foreign one's place with force, and gives it back when uninstalled", () => {
    writeFiles(folder, { "kernel.json": FOREIGN, "logo-32x32.png": "logo" });
    install(true);
    install(true);
    expect(ownerOf(folder)).to.equal("own");
    expect(uninstallUserKernel(folder, source)).to.equal("the kernel from before");
    expect(JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"))).to.deep.equal(FOREIGN);
    expect(readdirSync(folder).sort()).to.deep.equal(["kernel.json", "logo-32x32.png"]);
  });

  it("cannot be uninstalled where there is none", () => {
    expect(() => uninstallUserKernel(folder, source)).to.throw(UserKernelError, "but got none");
  });
});
