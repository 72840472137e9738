import { join } from "node:path";
import { expect } from "chai";
import { bootstrap, removeTemporary, temporaryFolder } from "../parts/temporary";

interface Due {
  what: string;
  reason: string;
  command: string;
}
type WhereWritable = (root: string, due: Due, work: () => Promise<void>) => Promise<void>;

describe("whereWritable", () => {
  const { platform } = process;
  const due = { what: "packages", reason: "they are missing", command: "npm ci" };
  let whereWritable: WhereWritable;
  before(async () => {
    ({ whereWritable } = await bootstrap("writable.mjs"));
  });
  afterEach(() => Object.defineProperty(process, "platform", { value: platform }));
  after(removeTemporary);

  it("blames nobody on Windows, where a file that is open cannot be written either", async () => {
    const root = temporaryFolder();
    const path = join(root, "addon.node");
    Object.defineProperty(process, "platform", { value: "win32" });
    const error = await whereWritable(root, due, async () => {
      throw Object.assign(new Error("EPERM: operation not permitted"), { code: "EPERM", path });
    }).catch((error: Error) => error);
    expect(String(error)).to.contain(
      `${path} cannot be written (another program may have it open, or it is somebody else's), and they are missing: close that program, or ask the clone's owner, and run \`npm ci\` in ${root}.`,
    );
  });
});
