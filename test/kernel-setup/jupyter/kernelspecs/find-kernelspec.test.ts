import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import {
  findKernelSpec,
  KernelSpecError,
} from "../../../../kernel-setup/jupyter/kernelspecs/find-kernelspec";
import type { Machine } from "../../../../kernel-setup/jupyter/kernelspecs/jupyter-paths";

describe("findKernelSpec", () => {
  let root: string;
  let machine: Machine;
  const put = (folder: string, name: string, text: string) => {
    mkdirSync(join(root, folder, "kernels", name), { recursive: true });
    writeFileSync(join(root, folder, "kernels", name, "kernel.json"), text);
  };
  const spec = (display: string) => JSON.stringify({ argv: ["x"], display_name: display });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "find-kernelspec-"));
    const env = { JUPYTER_PATH: join(root, "named"), JUPYTER_DATA_DIR: join(root, "user") };
    machine = { platform: process.platform, env, home: join(root, "home") };
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it("takes JUPYTER_PATH before the project, and the project before the user", () => {
    const find = () => findKernelSpec("tslab", { machine, also: [join(root, "project")] });
    put("user", "tslab", spec("user"));
    expect(find().spec.display_name).to.equal("user");
    put("project", "tslab", spec("project"));
    expect(find().spec.display_name).to.equal("project");
    put("named", "tslab", spec("named"));
    expect(find()).to.deep.include({ name: "tslab", folder: join(root, "named/kernels/tslab") });
  });

  it("ignores case and folders without a kernel.json", () => {
    mkdirSync(join(root, "named/kernels/tslab"), { recursive: true });
    put("user", "TSLab", spec("user"));
    expect(findKernelSpec("tslab", { machine }).name).to.equal("TSLab");
  });

  it("lists what there is and where it looked when there is no such kernel", () => {
    put("user", "deno", spec("Deno"));
    expect(() => findKernelSpec("tslab-lessons", { machine }))
      .to.throw(
        KernelSpecError,
        /expected a kernel named "tslab-lessons", but got only .*deno.*; looked in /,
      )
      .with.property("message")
      .that.includes(join(root, "user", "kernels"));
  });

  it("names the file that is no kernelspec instead of passing on to the next folder", () => {
    put("named", "tslab", "{}");
    put("user", "tslab", spec("user"));
    expect(() => findKernelSpec("tslab", { machine })).to.throw(
      KernelSpecError,
      join(root, "named", "kernels", "tslab", "kernel.json"),
    );
  });
});
