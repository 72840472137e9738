import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import {
  CHANNELS,
  endpoint,
  readConnectionFile,
} from "../../../../kernel-setup/jupyter/messages/connection-file";

describe("readConnectionFile", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "connection-"));
    file = join(folder, "connection.json");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const good = {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port: 1,
    control_port: 2,
    iopub_port: 3,
    stdin_port: 4,
    hb_port: 65535,
    key: "secret",
    signature_scheme: "hmac-sha256",
    kernel_name: "tslab",
  };

  it("reads what Jupyter writes, and makes an address of each channel", () => {
    writeFileSync(file, JSON.stringify(good));
    const connection = readConnectionFile(file);
    expect(connection).to.deep.equal(good);
    expect(CHANNELS.map((channel) => endpoint(connection, channel))).to.deep.equal([
      "tcp://127.0.0.1:1",
      "tcp://127.0.0.1:2",
      "tcp://127.0.0.1:3",
      "tcp://127.0.0.1:4",
      "tcp://127.0.0.1:65535",
    ]);
  });

  it("says what is wrong with a file", () => {
    for (const [change, words] of [
      [{ shell_port: 0 }, "expected shell_port between 1 and 65535, but got 0"],
      [{ hb_port: "5" }, "hb_port"],
      [{ transport: "ipc" }, '"tcp", but got "ipc"'],
      [{ signature_scheme: "hmac-md5" }, "hmac-md5"],
      [{ key: undefined }, "ip and key"],
    ] as const) {
      writeFileSync(file, JSON.stringify({ ...good, ...change }));
      expect(() => readConnectionFile(file)).to.throw(words);
    }
    expect(() => readConnectionFile(join(folder, "none"))).to.throw("expected a JSON file");
    for (const text of ["null", "5", "[]"]) {
      writeFileSync(file, text);
      expect(() => readConnectionFile(file)).to.throw(/^readConnectionFile: expected/);
    }
  });
});
