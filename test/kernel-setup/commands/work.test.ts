import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { inProject } from "../../support/project";
import { runCommand } from "../../support/run-command";
import { notebook, removeTemporary, temporaryFolder, writeFiles } from "./parts/temporary";

describe("npm run work", function () {
  this.timeout(60_000);
  afterEach(removeTemporary);

  const MAIN = JSON.stringify(inProject("dist/kernel-setup/commands/work.js"));
  const SCRIPT = `require(${MAIN}).main(process.argv.slice(1)).then((code) => { process.exitCode = code; })`;
  /** Calls it in a folder, as npm would that is called there. */
  const run = (from: string, ...args: string[]) =>
    runCommand(process.execPath, ["-e", SCRIPT, "--", ...args], {
      env: { INIT_CWD: from, LANG: "C" },
    });

  /** A home with notebooks and a scorecard. */
  function homeWith(files: Record<string, unknown>): string {
    const home = temporaryFolder();
    mkdirSync(join(home, "notebooks", "mine"), { recursive: true });
    writeFiles(join(home, "notebooks", "mine"), files);
    return home;
  }
  const card = (...ids: string[]) => ({
    version: 1,
    passed: Object.fromEntries(ids.map((id) => [id, true])),
  });
  const inHome = (home: string, name: string) =>
    readFileSync(join(home, "notebooks", "mine", name), "utf8");

  it("brings work out of one home and into another", async () => {
    const folder = temporaryFolder();
    const one = homeWith({
      "en/05-simple-layers.ipynb": notebook(["mine"]),
      "own.ipynb": notebook(["own"]),
      "bad.ipynb": "{",
      "scorecard.json": card("05-1", "06-1"),
    });
    const out = await run(folder, "--out", "work.backprop", "--home", one);
    expect(out.code, out.stderr).to.equal(0);
    const [saved, left] = out.stdout.trim().split("\n");
    expect(saved).to.equal("Saved in work.backprop: the scorecard and all notebooks (2).");
    expect(left).to.match(/^Not in it: bad\.ipynb: bad\.ipynb is not a valid notebook: .*\.$/);
    const work = JSON.parse(gunzipSync(readFileSync(join(folder, "work.backprop"))).toString());
    const { version } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
    expect(work).to.include({
      format: "backprop-work",
      version: 1,
      home: "machine",
      pack: version,
    });
    expect(Math.abs(Date.parse(work.made) - Date.now())).to.be.below(60_000);

    const other = homeWith({ "own.ipynb": notebook(["theirs"]), "scorecard.json": card("05-1") });
    const taken = await run(folder, "--in", "work.backprop", "--home", other);
    expect(taken.stdout.trim().split("\n")).to.deep.equal([
      "Taken (1): en/05-simple-layers.ipynb.",
      "Kept beside yours, which stay as they are (1): own.ipynb → own-2.ipynb.",
      "Exercises that have passed besides: 06-1.",
    ]);
    expect(inHome(other, "own-2.ipynb")).to.equal(inHome(one, "own.ipynb"));
    expect(inHome(other, "own.ipynb")).to.contain("theirs");
    expect(JSON.parse(inHome(other, "scorecard.json"))).to.deep.equal(card("05-1", "06-1"));
    // In the reader's language.
    const again = await run(folder, "--in", "work.backprop", "--home", other, "--lang", "ko");
    expect(again.stdout).to.match(/^새로운 내용이 없어 건너뜀: 2개\.\n.*점수표.*\n$/);
  });

  it("refuses what it does not understand, and leaves all as it was", async () => {
    const folder = temporaryFolder();
    const home = homeWith({ "own.ipynb": notebook(["own"]) });
    writeFileSync(join(folder, "letter.txt"), "Dear teacher");
    const before = readdirSync(join(home, "notebooks", "mine"));
    for (const [args, code, says] of [
      [[], 2, /^npm run work: expected either --out FILE or --in FILE, but got neither\.\n$/],
      [["--in", "a", "--out", "b"], 2, /but got both\.\n$/],
      [["--in", "none"], 1, /^npm run work: expected a work file at "none", but got: it is not/],
      [
        ["--in", "letter.txt"],
        1,
        /^npm run work: Expected a work file .* another file\. Nothing was/,
      ],
      [
        ["--out", "letter.txt"],
        1,
        /expected a new file at "letter\.txt", .*: its name is taken\.\n$/,
      ],
      [["--out", "no/folder"], 1, /expected a new file at "no\/folder"/],
    ] as const) {
      const { code: came, stderr, stdout } = await run(folder, ...args, "--home", home);
      expect([came, stdout], stderr).to.deep.equal([code, ""]);
      expect(stderr).to.match(says);
    }
    const korean = await run(folder, "--in", "letter.txt", "--home", home, "--lang", "ko");
    expect(korean.stderr).to.match(/작업 파일\(\.backprop\)이 필요하지만/);
    expect(readdirSync(join(home, "notebooks", "mine"))).to.deep.equal(before);
    expect(readFileSync(join(folder, "letter.txt"), "utf8")).to.equal("Dear teacher");
  });
});
