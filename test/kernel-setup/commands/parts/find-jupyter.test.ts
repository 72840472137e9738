import { chmodSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { findJupyter } from "../../../../kernel-setup/commands/parts/find-jupyter";
import { needs } from "../../../support/needs";
import { removeTemporary, temporaryFolder, writeFiles } from "./temporary";

describe("findJupyter", () => {
  before(function () {
    // The stand-ins are shell scripts.
    needs(this, "file modes", "sh");
  });
  afterEach(removeTemporary);

  /** A folder for PATH with commands that print something. */
  function folderWith(commands: Record<string, string>): string {
    const folder = temporaryFolder();
    for (const [name, script] of Object.entries(commands)) {
      writeFiles(folder, { [name]: `#!/bin/sh\n${script}\n` });
      chmodSync(join(folder, name), 0o755);
    }
    return folder;
  }
  const find = (...folders: string[]) => findJupyter({ PATH: folders.join(delimiter) });

  it("prefers JupyterLab, wherever on PATH it stands", () => {
    const notebook = folderWith({ "jupyter-notebook": "echo 7.4.1" });
    const lab = folderWith({ "jupyter-lab": "echo 4.4.2" });
    expect(find(notebook, lab)).to.deep.include({ name: "JupyterLab", version: "4.4.2" });
    expect(find(notebook)).to.deep.include({ name: "Notebook", version: "7.4.1", before: [] });
  });

  it("passes by a command that does not work, such as a shim of something uninstalled", () => {
    const folder = folderWith({
      "jupyter-lab": "echo 'pyenv: jupyter-lab: command not found' >&2; exit 127",
      "jupyter-notebook": "echo 6.4.12",
    });
    expect(find(folder)).to.deep.include({ name: "Notebook", version: "6.4.12" });
  });

  it("finds the module of a Python", () => {
    const script = 'test "$2" = notebook && echo 7.0.0 && exit; exit 1';
    const folder = folderWith({ python3: script });
    expect(find(folder)).to.deep.equal({
      name: "Notebook",
      version: "7.0.0",
      command: join(folder, "python3"),
      before: ["-m", "notebook"],
    });
  });

  it("finds nothing where there is nothing", () => {
    expect(find(folderWith({ "jupyter-lab.txt": "echo 1.0" }))).to.equal(undefined);
  });
});
