import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect } from "chai";
import { MemoryFiles } from "../../../../../kernel-setup/page/homes/browser/memory-files";
import { pageSecrets } from "../../../../../kernel-setup/page/homes/browser/secrets";
import { machineKernels } from "../../../../../kernel-setup/page/homes/machine/home";
import { Folder } from "../../../../../kernel-setup/page/server/contents/folder";
import { LearnerWork } from "../../../../../kernel-setup/page/server/work/learner-work";
import { reportWords } from "../../../../../kernel-setup/page/server/work/report";
import { newWork } from "../../../../../kernel-setup/page/server/work/work-file";
import type { HomeServer } from "../../../../support/home-server";
import { inEveryHome } from "../../../../support/homes";
import { notebookText } from "../../../../support/kernels";

const MADE = "2026-11-29T10:00:00Z";
const MB = 1024 ** 2;

interface Work {
  format: string;
  version: number;
  notebooks: { path: string; text: string; from?: string; modified?: string }[];
  scorecard?: { passed: object };
}

interface Report {
  notebooks: { path: string; came: string; as?: string; why?: unknown }[];
  scorecard?: { added: string[]; setAside?: string; why?: unknown };
}

interface Refused {
  message: string;
  reason: string;
  words: Record<string, string>;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A notebook that says of itself to be the copy of a lesson with these cells, as commands make one. */
function copyOf(lesson: string[], cells = lesson, outputs: object[] = []) {
  const notebook = JSON.parse(notebookText(cells));
  const sources = lesson.map((source) => ["code", source, undefined]);
  notebook.metadata.backprop = { lesson: "b".repeat(64), sources: sha256(JSON.stringify(sources)) };
  notebook.cells[0].outputs = outputs;
  return JSON.stringify(notebook);
}

const workOf = (files: Record<string, string>, more: object = {}) => ({
  format: "backprop-work",
  version: 1,
  made: MADE,
  pack: "0.2.0",
  home: "page",
  notebooks: Object.entries(files).map(([path, text]) => ({ path, text })),
  ...more,
});

inEveryHome("a learner's work", (start) => {
  let server: HomeServer;
  afterEach(() => server.stop());

  /** All of it, as the page gets it. */
  async function take(from = server) {
    const { status, body } = await from.json<Record<string, unknown>>(
      "GET",
      `/api/work?made=${MADE}`,
    );
    expect(status).to.equal(200);
    const file = Buffer.from(body.content as string, "base64");
    const { notebooks, leftOut } = body;
    return { notebooks, leftOut, file, work: JSON.parse(gunzipSync(file).toString()) as Work };
  }

  const post = async (file: Uint8Array<ArrayBuffer>, to = server) => {
    const answer = await to.ask("/api/work", { method: "POST", body: file });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const packed = (work: object) => new Uint8Array(gzipSync(JSON.stringify(work)));

  async function bring(work: object | Uint8Array<ArrayBuffer>, to = server): Promise<Report> {
    const { status, body } = await post(work instanceof Uint8Array ? work : packed(work), to);
    expect(status, JSON.stringify(body)).to.equal(200);
    return body as Report;
  }

  /** All files with what they hold, hidden ones too. */
  function all(of = server, folder = ""): Record<string, string> {
    const names = of.list(folder);
    return Object.assign(
      {},
      ...names.map((name) => {
        const path = folder === "" ? name : `${folder}/${name}`;
        try {
          return { [path]: of.read(path) };
        } catch {
          return { [path]: "", ...all(of, path) };
        }
      }),
    );
  }

  const mine = notebookText(["mine"]);

  it("comes out as one file, of the form that is agreed on, with each notebook to the letter", async () => {
    // Written otherwise than Jupyter would, and with letters of several bytes.
    const odd = `${JSON.stringify(JSON.parse(notebookText(["// 한글 😀"])), null, 4)}\n\n`;
    const copy = copyOf(["lesson"]);
    server = await start({
      "en/05-simple-layers.ipynb": copy,
      "own.ipynb": odd,
      "a/b/deep.ipynb": mine,
      "notes.txt": "no notebook",
      ".ipynb_checkpoints/own-checkpoint.ipynb": mine,
      "node_modules/x/y.ipynb": mine,
      "scorecard.json": { version: 1, passed: { "05-1": true }, more: 7 },
    });
    const { file, work, notebooks, leftOut } = await take();
    expect({ notebooks, leftOut }).to.deep.equal({ notebooks: 3, leftOut: [] });
    const home = server.constructor.name === "PageTestServer" ? "page" : "machine";
    const times = work.notebooks.map(({ modified }) => modified ?? "");
    expect(times.every((time) => new Date(time).toISOString() === time)).to.equal(true);
    expect(work).to.deep.equal({
      format: "backprop-work",
      version: 1,
      made: MADE,
      pack: "0.0.1",
      home,
      notebooks: [
        { path: "a/b/deep.ipynb", modified: times[0], text: mine },
        {
          path: "en/05-simple-layers.ipynb",
          modified: times[1],
          from: "b".repeat(64),
          text: copy,
        },
        { path: "own.ipynb", modified: times[2], text: odd },
      ],
      scorecard: { version: 1, passed: { "05-1": true }, more: 7 },
    });
    // No clock of ours is in it: twice the same is the same.
    expect((await take()).file.equals(file)).to.equal(true);
  });

  it("takes along what lies as deep as it may lie when it is taken in, and says what is deeper", async () => {
    const deep = (levels: number) => `${"f/".repeat(levels)}a.ipynb`;
    server = await start({ [deep(8)]: mine, [deep(9)]: mine });
    const { file, work, leftOut } = await take();
    expect(work.notebooks.map(({ path }) => path)).to.deep.equal([deep(8)]);
    expect((leftOut as { path: string }[]).map(({ path }) => path)).to.deep.equal([
      "f/".repeat(9).slice(0, -1),
    ]);
    expect((await bring(new Uint8Array(file))).notebooks[0].came).to.equal("skipped");
  });

  it("leaves out what is no notebook and a damaged scorecard, and says so", async () => {
    server = await start({ "ok.ipynb": mine, "bad.ipynb": "{", "scorecard.json": "{" });
    const { work, leftOut } = await take();
    expect(work.notebooks.map(({ path }) => path)).to.deep.equal(["ok.ipynb"]);
    expect(work.scorecard).to.equal(undefined);
    const [bad, card] = leftOut as { path: string; why: string | { en: string } }[];
    expect(bad.path).to.equal("bad.ipynb");
    expect(bad.why).to.match(/^bad\.ipynb is not a valid notebook: expected JSON, but got: .*\.$/);
    expect(card).to.deep.equal({
      path: "scorecard.json",
      why: { en: "it is damaged.", ko: "손상되었습니다." },
    });
  });

  for (const made of [
    "",
    "yesterday",
    "2026-13-45T10:00:00Z",
    "2026-11-29",
    "2026-11-29T10:00:00+01:00",
  ])
    it(`asks for the time, and takes ${JSON.stringify(made)} for none`, async () => {
      server = await start();
      const { status, body } = await server.json<Refused>(
        "GET",
        `/api/work?made=${encodeURIComponent(made)}`,
      );
      expect([status, body.reason]).to.deep.equal([400, "WorkRefused"]);
      expect(body.message).to.contain(`but got ${JSON.stringify(made)}`);
    });

  it("goes into an empty home whole, also into folders that are not there", async () => {
    server = await start({
      "en/05.ipynb": mine,
      "한국어/나의 노트북.ipynb": notebookText(["other"]),
      "scorecard.json": { version: 1, passed: { "05-1": true, "06-2": true } },
    });
    const { file } = await take();
    const other = await start();
    try {
      const { notebooks, scorecard } = await bring(new Uint8Array(file), other);
      expect(notebooks.map(({ came }) => came)).to.deep.equal(["taken", "taken"]);
      expect(scorecard).to.deep.equal({ added: ["05-1", "06-2"] });
      for (const name of ["en/05.ipynb", "한국어/나의 노트북.ipynb"])
        expect(other.read(name)).to.equal(server.read(name));
      expect(JSON.parse(other.read("scorecard.json"))).to.deep.equal(
        JSON.parse(server.read("scorecard.json")),
      );
      // The same once more: nothing is new, and nothing is written.
      const before = all(other);
      const again = await bring(new Uint8Array(file), other);
      expect(again.notebooks.map(({ came }) => came)).to.deep.equal(["skipped", "skipped"]);
      expect(again.scorecard).to.deep.equal({ added: [] });
      expect(all(other)).to.deep.equal(before);
    } finally {
      await other.stop();
    }
  });

  it("never goes over a notebook that is there: it is kept beside, with a number, once", async () => {
    server = await start({ "en/a.ipynb": mine, "en/a-2.ipynb": notebookText(["kept before"]) });
    const came = notebookText(["theirs"]);
    expect(await bring(workOf({ "en/a.ipynb": came }))).to.deep.equal({
      notebooks: [{ path: "en/a.ipynb", came: "beside", as: "en/a-3.ipynb" }],
    });
    const after = {
      en: "",
      "en/a.ipynb": mine,
      "en/a-2.ipynb": notebookText(["kept before"]),
      "en/a-3.ipynb": came,
    };
    expect(all()).to.deep.equal(after);
    expect((await bring(workOf({ "en/a.ipynb": came }))).notebooks[0].came).to.equal("skipped");
    expect(all()).to.deep.equal(after);
    // Changed once more where it comes from.
    const { notebooks } = await bring(workOf({ "en/a.ipynb": notebookText(["theirs 2"]) }));
    expect(notebooks[0].as).to.equal("en/a-4.ipynb");
    expect(server.read("en/a.ipynb")).to.equal(mine);
  });

  it("cuts a name that has no room for the number, and not within a letter", async () => {
    const long = "가".repeat(83);
    expect(Buffer.byteLength(`${long}.ipynb`)).to.equal(255);
    server = await start({ [`${long}.ipynb`]: mine });
    const { notebooks } = await bring(workOf({ [`${long}.ipynb`]: notebookText(["theirs"]) }));
    expect(notebooks[0].as).to.equal(`${"가".repeat(82)}-2.ipynb`);
  });

  it("takes the place of a lesson's copy in which nobody has done anything, and of no other", async () => {
    const shown = [{ output_type: "stream", name: "stdout", text: "1" }];
    const [fresh, done] = [copyOf(["lesson"]), copyOf(["lesson"], ["my answer"])];
    const run = copyOf(["lesson"], ["lesson"], shown);
    server = await start({ "fresh.ipynb": fresh, "run.ipynb": run, "done.ipynb": done });
    const came = copyOf(["lesson"], ["their answer"]);
    const report = await bring(
      workOf({ "fresh.ipynb": came, "run.ipynb": came, "done.ipynb": came }),
    );
    expect(report.notebooks.map(({ came, as }) => [came, as])).to.deep.equal([
      ["taken", undefined],
      ["beside", "run-2.ipynb"],
      ["beside", "done-2.ipynb"],
    ]);
    expect(server.read("fresh.ipynb")).to.equal(came);
    expect(server.read("run.ipynb")).to.equal(run);
    expect(server.read("done.ipynb")).to.equal(done);
    // And the other way about: what comes without anybody's work is no work.
    const back = await bring(workOf({ "done.ipynb": fresh, "new.ipynb": fresh }));
    expect(back.notebooks.map(({ came }) => came)).to.deep.equal(["skipped", "taken"]);
  });

  it("takes a notebook for equal however it is written", async () => {
    server = await start({ "a.ipynb": mine });
    const other = JSON.stringify(JSON.parse(mine), null, 7);
    expect((await bring(workOf({ "a.ipynb": other }))).notebooks[0].came).to.equal("skipped");
    expect(server.list()).to.deep.equal(["a.ipynb"]);
  });

  it("keeps a damaged file and a folder that have the name", async () => {
    server = await start({ "bad.ipynb": "{ not one" });
    server.makeFolder("folder.ipynb");
    const { notebooks } = await bring(workOf({ "bad.ipynb": mine, "folder.ipynb": mine }));
    expect(notebooks.map(({ as }) => as)).to.deep.equal(["bad-2.ipynb", "folder-2.ipynb"]);
    expect(server.read("bad.ipynb")).to.equal("{ not one");
  });

  it("takes in all that can be, and says why one cannot", async () => {
    server = await start({ en: "a file where a folder should be" });
    const { notebooks } = await bring(workOf({ "en/a.ipynb": mine, "b.ipynb": mine }));
    expect(notebooks.map(({ came }) => came)).to.deep.equal(["refused", "taken"]);
    expect(notebooks[0].why).to.match(/^expected a file or folder at "en\/a\.ipynb"|stands where/);
  });

  describe("the scorecard", () => {
    const passed = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, true]));
    const card = (ids: string[], more = {}) => ({ version: 1, passed: passed(...ids), ...more });
    const here = () => JSON.parse(server.read("scorecard.json"));

    it("unites: passed stays passed, and what else stands in it is kept", async () => {
      server = await start({ "scorecard.json": card(["05-1", "05-2"], { own: 1, both: 1 }) });
      const work = workOf({}, { scorecard: card(["05-2", "06-1"], { both: 2, theirs: [2] }) });
      expect((await bring(work)).scorecard).to.deep.equal({ added: ["06-1"] });
      expect(here()).to.deep.equal(
        card(["05-1", "05-2", "06-1"], { own: 1, both: 1, theirs: [2] }),
      );
    });

    it("is begun anew beside a damaged one, which stays", async () => {
      server = await start({ "scorecard.json": "{", "scorecard-damaged-1.json": "older" });
      const { scorecard } = await bring(workOf({}, { scorecard: card(["05-2"]) }));
      expect(scorecard).to.deep.equal({ added: ["05-2"], setAside: "scorecard-damaged-2.json" });
      expect(server.read("scorecard-damaged-2.json")).to.equal("{");
      expect(here()).to.deep.equal(card(["05-2"]));
    });

    it("of a later edition is left as it is, and one in the file keeps all out", async () => {
      const later = JSON.stringify({ version: 9, passed: { "05-1": { at: 1 } } });
      server = await start({ "scorecard.json": later });
      const { scorecard } = await bring(workOf({}, { scorecard: card(["05-2"]) }));
      expect(String((scorecard?.why as { en?: string } | undefined)?.en)).to.contain(
        "a later edition's",
      );
      expect(server.read("scorecard.json")).to.equal(later);
      // It goes out as it is: a later edition may take it in.
      expect((await take()).work.scorecard).to.deep.equal(JSON.parse(later));
      const { body } = await post(
        packed(workOf({ "a.ipynb": mine }, { scorecard: JSON.parse(later) })),
      );
      expect((body as Refused).message).to.contain("a later edition's");
      expect(server.list()).to.deep.equal(["scorecard.json"]);
    });

    it("waits for a kernel that writes it, and not for one that is gone", async () => {
      server = await start({ "scorecard.json": card(["05-1"]) });
      server.write("scorecard.json.lock", "held by a kernel");
      const came = bring(workOf({}, { scorecard: card(["05-2"]) }));
      await new Promise((resolve) => setTimeout(resolve, 200));
      server.write("scorecard.json", JSON.stringify(card(["05-1", "05-3"])));
      server.remove("scorecard.json.lock");
      await came;
      expect(here()).to.deep.equal(card(["05-1", "05-2", "05-3"]));
      server.write("scorecard.json.lock", "left behind");
      await bring(workOf({}, { scorecard: card(["05-4"]) }));
      expect(here()).to.deep.equal(card(["05-1", "05-2", "05-3", "05-4"]));
      expect(server.list()).to.deep.equal(["scorecard.json"]);
    }).timeout(15_000);
  });

  it("is not trusted by being taken in; what was made here is live again", async () => {
    const script = {
      output_type: "display_data",
      data: { "text/html": "<script>1</script>" },
      metadata: {},
    };
    const foreign = JSON.parse(notebookText(["a"]));
    foreign.cells[0].outputs = [script];
    foreign.cells[0].metadata.trusted = true;
    server = await start();
    await bring(workOf({ "foreign.ipynb": JSON.stringify(foreign) }));
    const trusted = async (name: string) => {
      const { body } = await server.json<{ content: { cells: { metadata: object }[] } }>(
        "GET",
        `/api/contents/${name}`,
      );
      return (body.content.cells[0].metadata as { trusted: boolean }).trusted;
    };
    expect(await trusted("foreign.ipynb")).to.equal(false);
    const { file } = await take();
    expect((await server.json("POST", "/api/contents/foreign.ipynb/trust")).status).to.equal(201);
    server.remove("foreign.ipynb");
    await bring(new Uint8Array(file));
    expect(await trusted("foreign.ipynb")).to.equal(true);
  });

  it("tells all tabs what has changed", async () => {
    server = await start({ "a.ipynb": mine, "fresh.ipynb": copyOf(["lesson"]) });
    const wire = await server.connect("/api/events/subscribe");
    const heard: string[] = [];
    wire.onMessage((data) => {
      const { action, path } = JSON.parse(Buffer.from(data as Uint8Array).toString());
      heard.push(`${action} ${path}`);
    });
    const came = notebookText(["theirs"]);
    await bring(workOf({ "a.ipynb": came, "fresh.ipynb": came, "new.ipynb": came }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard).to.deep.equal(["create a-2.ipynb", "save fresh.ipynb", "save new.ipynb"]);
    wire.close(1000);
  });

  describe("a file that is refused", () => {
    const theirs = notebookText(["theirs"]);
    let before: Record<string, string>;
    beforeEach(async () => {
      server = await start({
        "en/a.ipynb": mine,
        "scorecard.json": { version: 1, passed: { "05-1": true } },
      });
      before = all();
    });

    /** Expects a sentence in each language, and that nothing has changed. */
    async function refused(file: Uint8Array<ArrayBuffer> | object, says: RegExp): Promise<void> {
      const { status, body } = await post(file instanceof Uint8Array ? file : packed(file));
      const { reason, message, words } = body as Refused;
      expect([status, reason], JSON.stringify(body).slice(0, 300)).to.deep.equal([
        400,
        "WorkRefused",
      ]);
      expect(message)
        .to.match(says)
        .and.match(/^Expected .*[.]$/s);
      expect(message).to.match(/Nothing was changed\.|No scorecard was changed\./);
      expect(words.en).to.equal(message);
      expect(words.ko).to.match(/[가-힣].*\.$/s);
      expect(all()).to.deep.equal(before);
    }
    const good = packed(workOf({ "b.ipynb": theirs }));

    const cases: [string, () => Uint8Array<ArrayBuffer> | object, RegExp][] = [
      ["is empty", () => new Uint8Array(), /but got another file/],
      ["is a text", () => new Uint8Array(Buffer.from("hello")), /but got another file/],
      [
        "is a notebook",
        () => new Uint8Array(Buffer.from(mine)),
        /but got a notebook; "Open a file …"/,
      ],
      ["is cut off", () => good.slice(0, -9), /damaged or cut off/],
      ["is cut off after its head", () => good.slice(0, 12), /damaged or cut off/],
      [
        "has a wrong byte",
        () => good.with(good.length - 5, (good.at(-5) ?? 0) ^ 1),
        /damaged or cut/,
      ],
      ["goes on after its end", () => new Uint8Array([...good, 1, 2, 3]), /damaged or cut off/],
      ["is gzip over something else", () => new Uint8Array(gzipSync("no JSON")), /another file/],
      [
        "is gzip over other bytes",
        () => new Uint8Array(gzipSync(Buffer.from([255]))),
        /another file/,
      ],
      ["is JSON of another form", () => ({ format: "other", version: 1 }), /another file/],
      ["is a list", () => [1], /another file/],
      ["is nested too deep", () => new Uint8Array(gzipSync("[".repeat(100_000))), /another file/],
      ["is of a later form", () => workOf({}, { version: 2 }), /form 1, but got form 2: a later/],
      ["has no version", () => workOf({}, { version: null }), /part version/],
      ["has no time", () => workOf({}, { made: 7 }), /part made/],
      ["has no notebooks", () => workOf({}, { notebooks: {} }), /part notebooks/],
      [
        "has a notebook without text",
        () => workOf({ "b.ipynb": theirs }, { notebooks: [{ path: "b.ipynb" }] }),
        /part notebooks\[0\]/,
      ],
      [
        "has a damaged scorecard",
        () => workOf({}, { scorecard: { version: 1 } }),
        /part scorecard/,
      ],
      [
        "holds no notebook",
        () => workOf({ "b.ipynb": theirs, "c.ipynb": "{}" }),
        /c\.ipynb is not a valid notebook: expected nbformat/,
      ],
      [
        "holds a notebook that is nested too deep",
        () => workOf({ "c.ipynb": `{"metadata":${"[".repeat(5000)}` }),
        /c\.ipynb is not a valid notebook/,
      ],
    ];
    for (const [what, file, says] of cases) it(`because it ${what}`, () => refused(file(), says));

    for (const path of [
      "../a.ipynb",
      "en/../../a.ipynb",
      "/etc/a.ipynb",
      "C:/a.ipynb",
      "C:a.ipynb",
      "en\\a.ipynb",
      "..\\a.ipynb",
      "./a.ipynb",
      "en//a.ipynb",
      "en/./a.ipynb",
      ".hidden/a.ipynb",
      ".a.ipynb",
      "en/.ipynb_checkpoints/a-checkpoint.ipynb",
      ".ipynb",
      "en/.ipynb",
      "",
      "en/",
      "a.txt",
      "scorecard.json",
      "a.ipynb/b",
      "a\u0000.ipynb",
      "a\n.ipynb",
      "\ud800.ipynb",
      `${"a/".repeat(9)}a.ipynb`,
    ])
      it(`because of the path ${JSON.stringify(path).slice(0, 60)}`, () =>
        refused(
          workOf({ "b.ipynb": theirs, [path]: theirs }),
          path.length < 200 ? /at places inside the folder/ : /names that files can have here/,
        ));

    it("because of a name that is too long", () =>
      refused(
        workOf({ "b.ipynb": theirs, [`${"a".repeat(250)}.ipynb`]: theirs }),
        /names that files can have here/,
      ));

    it("because of a path that comes twice", () =>
      refused(
        workOf(
          {},
          { notebooks: ["b", "c", "b"].map((n) => ({ path: `${n}.ipynb`, text: theirs })) },
        ),
        /but got "b\.ipynb" twice/,
      ));

    it("before memory is filled, because it holds more than it may", async () => {
      // 1 GB of zeros in 1 MB; and half of that after a beginning that is as it should be.
      const zeros = gzipSync(Buffer.alloc(128 * MB));
      const bomb = new Uint8Array(Buffer.concat(Array(8).fill(zeros)));
      const before = process.memoryUsage().rss;
      await refused(bomb, /at most 100 MB, but got one that holds more/);
      expect((process.memoryUsage().rss - before) / MB).to.be.below(300);
    }).timeout(60_000);
  });
});

describe("a learner's work in files that refuse something", () => {
  /** Work in a page's files, of which one call does otherwise. */
  function workIn(change: (files: MemoryFiles) => void) {
    const files = new MemoryFiles();
    files.makeFolders("/mine");
    change(files);
    const home = { files, secrets: pageSecrets, kernels: machineKernels };
    const folder = new Folder(files, "/mine");
    return { files, work: new LearnerWork(home, folder, { home: "page", pack: "0.0.1" }) };
  }
  const three = () => {
    const text = notebookText(["theirs"]);
    return newWork({
      made: MADE,
      pack: "0.0.1",
      home: "machine",
      notebooks: ["a", "con", "z"].map((name) => ({ path: `${name}.ipynb`, text })),
    });
  };

  it("is refused whole where a name is one that the home does not take", async () => {
    const { files, work } = workIn((files) => {
      files.takes = (name?: string) => name !== "con.ipynb";
    });
    const refusal = await work.takeIn(three()).catch((error: Error) => error.message);
    expect(refusal).to.match(/^Expected names that files can have here, but got "con\.ipynb"\./);
    expect(files.list("/mine")).to.deep.equal([]);
  });

  it("is there as far as there was room, each notebook whole, and says what is not", async () => {
    const { files, work } = workIn((files) => {
      const { write } = files;
      files.write = function (this: MemoryFiles, path, ...rest) {
        if (path === "/mine/con.ipynb")
          throw Object.assign(new Error("no room"), { code: "ENOSPC" });
        write.call(files, path, ...rest);
      };
    });
    const { notebooks } = await work.takeIn(three());
    expect(notebooks).to.deep.equal([
      { path: "a.ipynb", came: "taken" },
      { path: "con.ipynb", came: "refused", why: "the disk is full." },
      { path: "z.ipynb", came: "taken" },
    ]);
    expect(files.list("/mine")).to.deep.equal(["a.ipynb", "z.ipynb"]);
    expect(reportWords({ notebooks }).map(({ en }) => en)).to.deep.equal([
      "Taken (2): a.ipynb, z.ipynb.",
      "Not taken: con.ipynb: the disk is full.",
    ]);
  });
});

inEveryHome("lessons for links", (start) => {
  it("are found by the hash that copies keep", async () => {
    const lesson = { path: "en/a.ipynb", text: "the lesson" };
    const server = await start({}, { lessonOf: (hash) => (hash === "abc" ? lesson : undefined) });
    try {
      expect(await server.json("GET", "/api/work/lessons/abc")).to.deep.equal({
        status: 200,
        body: lesson,
      });
      for (const hash of ["abd", "..%2Fabc", "%00"])
        expect((await server.json("GET", `/api/work/lessons/${hash}`)).status).to.equal(404);
    } finally {
      await server.stop();
    }
  });
});
