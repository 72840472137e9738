import { expect } from "chai";
import {
  dataFolders,
  kernelFolders,
  type Machine,
  userDataFolder,
} from "../../../../kernel-setup/jupyter/kernelspecs/jupyter-paths";

const linux = (env = {}): Machine => ({ platform: "linux", env, home: "/home/ada" });
const mac = (env = {}): Machine => ({ platform: "darwin", env, home: "/Users/ada" });
const windows = (env = {}): Machine => ({ platform: "win32", env, home: "C:\\Users\\ada" });

describe("Jupyter's folders", () => {
  it("are in ~/.local/share on Linux, or where XDG_DATA_HOME or JUPYTER_DATA_DIR say", () => {
    expect(userDataFolder(linux())).to.equal("/home/ada/.local/share/jupyter");
    expect(userDataFolder(linux({ XDG_DATA_HOME: "/data" }))).to.equal("/data/jupyter");
    expect(userDataFolder(linux({ XDG_DATA_HOME: "/data", JUPYTER_DATA_DIR: "/j" }))).to.equal(
      "/j",
    );
    expect(userDataFolder(linux({ XDG_DATA_HOME: "", JUPYTER_DATA_DIR: "" }))).to.equal(
      "/home/ada/.local/share/jupyter",
    );
  });

  it("are in ~/Library on macOS, which knows no XDG_DATA_HOME", () => {
    expect(userDataFolder(mac({ XDG_DATA_HOME: "/data" }))).to.equal("/Users/ada/Library/Jupyter");
    expect(userDataFolder(mac({ JUPYTER_DATA_DIR: "/j" }))).to.equal("/j");
  });

  it("are in APPDATA on Windows, with its separators, and fall back to the configuration", () => {
    const APPDATA = "C:\\Users\\ada\\AppData\\Roaming";
    expect(userDataFolder(windows({ APPDATA }))).to.equal(`${APPDATA}\\jupyter`);
    expect(userDataFolder(windows())).to.equal("C:\\Users\\ada\\.jupyter\\data");
    expect(userDataFolder(windows({ JUPYTER_CONFIG_DIR: "D:\\j" }))).to.equal("D:\\j\\data");
  });

  it("are searched as JUPYTER_PATH, the project, the user, the machine", () => {
    const folders = dataFolders(linux({ JUPYTER_PATH: "/one/:/two::/one" }), ["/project/.jupyter"]);
    expect(folders).to.deep.equal([
      "/one",
      "/two",
      "/project/.jupyter",
      "/home/ada/.local/share/jupyter",
      "/usr/local/share/jupyter",
      "/usr/share/jupyter",
    ]);
  });

  it("split JUPYTER_PATH at semicolons on Windows, so that drive letters survive", () => {
    const env = { JUPYTER_PATH: "C:\\one\\;D:\\", APPDATA: "C:\\A", PROGRAMDATA: "C:\\P" };
    expect(dataFolders(windows(env))).to.deep.equal([
      "C:\\one",
      "D:\\",
      "C:\\A\\jupyter",
      "C:\\P\\jupyter",
    ]);
  });

  it("put an active environment before the user unless told otherwise, the base of conda after", () => {
    const place = (env: Record<string, string>) => {
      const folders = dataFolders(linux(env));
      const user = folders.indexOf("/home/ada/.local/share/jupyter");
      return folders.indexOf("/env/share/jupyter") < user ? "before" : "after";
    };
    expect(place({ VIRTUAL_ENV: "/env" })).to.equal("before");
    expect(place({ VIRTUAL_ENV: "/env", JUPYTER_PREFER_ENV_PATH: "0" })).to.equal("after");
    expect(place({ CONDA_PREFIX: "/env" })).to.equal("after");
    expect(place({ CONDA_PREFIX: "/env", JUPYTER_PREFER_ENV_PATH: "yes" })).to.equal("before");
    expect(place({ CONDA_PREFIX: "/env", CONDA_DEFAULT_ENV: "lessons" })).to.equal("before");
  });

  it("hold kernels in a folder of that name", () => {
    expect(kernelFolders(mac())).to.include("/Users/ada/Library/Jupyter/kernels");
    expect(kernelFolders(windows({ APPDATA: "C:\\A" }))).to.include("C:\\A\\jupyter\\kernels");
  });
});
