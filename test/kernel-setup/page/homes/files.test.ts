import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { MemoryFiles } from "../../../../kernel-setup/page/homes/browser/memory-files";
import { machineFiles } from "../../../../kernel-setup/page/homes/machine/files";
import type { Files } from "../../../../kernel-setup/page/server/home";
import { needs } from "../../../support/needs";

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

/** Numbers that are the same at each run (Park and Miller's generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

/** All that lies in a folder, with what it holds. */
function treeOf(files: Files, folder: string): unknown {
  const names = files.list(folder).sort();
  return names.map((name) => {
    const path = `${folder}/${name}`;
    return [
      name,
      files.stat(path)?.kind === "folder" ? treeOf(files, path) : text(files.read(path)),
    ];
  });
}

/** What comes of a call: its answer, or the code of its refusal. */
function outcome(call: () => unknown): unknown {
  try {
    const answer = call();
    return answer instanceof Uint8Array ? text(answer) : answer;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
}

describe("a page's files beside those of a machine", () => {
  let root: string;
  beforeEach(function () {
    // Codes are POSIX's; Windows has others for folders.
    needs(this, "signals");
    root = realpathSync(mkdtempSync(join(tmpdir(), "files-")));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Calls both, each with the paths of its own, and compares what comes of it. */
  function both(
    memory: MemoryFiles,
    call: (files: Files, at: (name: string) => string) => unknown,
  ) {
    const there = outcome(() => call(machineFiles, (name) => join(root, name)));
    const here = outcome(() => call(memory, (name) => `/w/${name}`.replace(/\/$/, "")));
    return [here, there];
  }
  const made = () => {
    const memory = new MemoryFiles();
    memory.makeFolders("/w");
    return memory;
  };

  it("do and refuse the same, whatever is asked in whatever order", () => {
    const long = "가".repeat(86);
    const names = ["a", "b", "f", "f/a", "f/b", "f/g", "f/g/a", "a/x", "none/x", long];
    const calls: [string, (files: Files, path: string, to: string, word: string) => unknown][] = [
      ["write", (files, path, _, word) => files.write(path, bytes(word))],
      ["write anew", (files, path, _, word) => files.write(path, bytes(word), { isNew: true })],
      ["read", (files, path) => files.read(path)],
      ["size", (files, path) => files.open(path).size],
      ["list", (files, path) => files.list(path).sort()],
      ["kind", (files, path) => files.kindOf(path)],
      ["copy", (files, path, to) => files.copy(path, to)],
      ["move", (files, path, to) => files.move(path, to)],
      ["make", (files, path) => files.makeFolder(path)],
      ["make all", (files, path) => files.makeFolders(path)],
      ["remove", (files, path) => files.remove(path)],
      ["remove folder", (files, path) => files.removeFolder(path)],
      ["remove all", (files, path) => files.removeAll(path)],
      ["fits", (files, path) => files.fits(path.slice(path.lastIndexOf("/") + 1))],
    ];
    const heard: Record<string, number> = {};
    for (let seed = 1; seed <= 20; seed++) {
      const memory = made();
      const next = numbers(seed);
      for (let step = 0; step < 60; step++) {
        const [name, call] = calls[next(calls.length)] as (typeof calls)[number];
        const [path, to] = [names[next(names.length)] ?? "", names[next(names.length)] ?? ""];
        const said = `seed ${seed}, step ${step}: ${name} ${path} ${to}`;
        const [here, there] = both(memory, (files, at) =>
          call(files, at(path), at(to), `${seed} ${step}`),
        );
        // A machine looks at the folder first where several things are wrong at once; both refuse.
        const isRefused = (answer: unknown) => /^E[A-Z]+$/.test(String(answer));
        if (isRefused(there))
          expect(isRefused(here), `${said}: ${here} for ${there}`).to.equal(true);
        else expect(here, said).to.deep.equal(there);
        heard[String(there).slice(0, 9)] = (heard[String(there).slice(0, 9)] ?? 0) + 1;
        expect(treeOf(memory, "/w"), said).to.deep.equal(treeOf(machineFiles, root));
      }
      machineFiles.removeAll(root);
      machineFiles.makeFolder(root);
    }
    expect(heard).to.include.keys("undefined", "ENOENT", "EEXIST", "ENOTDIR", "EISDIR");
  });

  it("refuse one thing that is wrong with the same code", () => {
    for (const [call, code] of [
      [(files, at) => files.read(at("none")), "ENOENT"],
      [(files, at) => files.read(at("file/x")), "ENOTDIR"],
      [(files, at) => files.read(at("folder")), "EISDIR"],
      [(files, at) => files.open(at("folder")), "EISDIR"],
      [(files, at) => files.list(at("none")), "ENOENT"],
      [(files, at) => files.list(at("file")), "ENOTDIR"],
      [(files, at) => files.real(at("none")), "ENOENT"],
      [(files, at) => files.write(at("none/x"), bytes("")), "ENOENT"],
      [(files, at) => files.write(at("folder"), bytes("")), "EISDIR"],
      [(files, at) => files.write(at("file"), bytes(""), { isNew: true }), "EEXIST"],
      [(files, at) => files.copy(at("file"), at("other")), "EEXIST"],
      [(files, at) => files.copy(at("none"), at("new")), "ENOENT"],
      [(files, at) => files.move(at("file"), at("other")), "EEXIST"],
      [(files, at) => files.move(at("folder"), at("file")), "EEXIST"],
      [(files, at) => files.move(at("none"), at("new")), "ENOENT"],
      [(files, at) => files.replace(at("none"), at("file")), "ENOENT"],
      [(files, at) => files.replace(at("file"), at("folder")), "EISDIR"],
      [(files, at) => files.makeFolder(at("file")), "EEXIST"],
      [(files, at) => files.makeFolder(at("none/x")), "ENOENT"],
      [(files, at) => files.makeFolder(at("a".repeat(256))), "ENAMETOOLONG"],
      [(files, at) => files.makeFolders(at("file")), "EEXIST"],
      [(files, at) => files.remove(at("none")), "ENOENT"],
      [(files, at) => files.removeFolder(at("full")), "ENOTEMPTY"],
      [(files, at) => files.removeFolder(at("file")), "ENOTDIR"],
    ] as [(files: Files, at: (name: string) => string) => unknown, string][]) {
      const memory = made();
      for (const [files, at] of [
        [machineFiles, (name: string) => join(root, name)],
        [memory, (name: string) => `/w/${name}`],
      ] as [Files, (name: string) => string][]) {
        for (const name of ["folder", "full"]) files.makeFolders(at(name));
        for (const name of ["file", "other", "full/x"]) files.write(at(name), bytes(name));
      }
      expect(both(memory, call), String(call)).to.deep.equal([code, code]);
    }
  });

  it("are written whole, and what was read stays as it was", () => {
    const memory = made();
    for (const [files, at] of [
      [machineFiles, join(root, "a")],
      [memory, "/w/a"],
    ] as [Files, string][]) {
      const draft = bytes("first");
      files.write(at, draft);
      draft.fill(0);
      const read = files.read(at);
      read.fill(0);
      expect(text(files.read(at))).to.equal("first");
      const before = files.stat(at);
      files.write(at, bytes("other"));
      const after = files.stat(at);
      expect(after?.version).to.not.equal(before?.version);
      expect(after?.modified.getTime()).to.be.at.least(before?.modified.getTime() ?? 0);
      files.write(`${at}2`, bytes("over"));
      files.replace(`${at}2`, at);
      expect(text(files.read(at))).to.equal("over");
      expect(files.kindOf(`${at}2`)).to.equal(undefined);
    }
    const opened = memory.open("/w/a");
    memory.write("/w/a", bytes("later"));
    expect(text(opened.content() as Uint8Array)).to.equal("over");
  });

  it("know which name lies below which", () => {
    for (const [path, folder, is] of [
      ["/w/a", "/w", true],
      ["/w/a/b", "/w", true],
      ["/w", "/w", false],
      ["/wide", "/w", false],
      ["/", "/w", false],
      ["/w", "/", true],
    ] as const)
      for (const files of [machineFiles, new MemoryFiles()])
        expect(files.isBelow(path, folder), `${path} in ${folder}`).to.equal(is);
  });

  it("tell who keeps them of each change, and of nothing else", () => {
    const changes: string[] = [];
    const files = new MemoryFiles((path) => changes.push(path));
    const heard = (call: () => unknown) => {
      outcome(call);
      return changes.splice(0);
    };
    expect(heard(() => files.makeFolders("/w/f"))).to.deep.equal(["/w", "/w/f"]);
    expect(heard(() => files.write("/w/a", bytes("1")))).to.deep.equal(["/w/a"]);
    expect(heard(() => files.copy("/w/a", "/w/f/b"))).to.deep.equal(["/w/f/b"]);
    expect(heard(() => files.move("/w/f", "/w/g"))).to.deep.equal(["/w/f", "/w/g"]);
    expect(heard(() => files.replace("/w/a", "/w/g/b"))).to.deep.equal(["/w/a", "/w/g/b"]);
    expect(heard(() => files.remove("/w/g/b"))).to.deep.equal(["/w/g/b"]);
    expect(heard(() => files.removeAll("/w/g"))).to.deep.equal(["/w/g"]);
    for (const refused of [
      () => files.write("/none/a", bytes("")),
      () => files.move("/w", "/w/f"),
      () => files.removeAll("/none"),
      () => files.read("/w"),
    ])
      expect(heard(refused)).to.deep.equal([]);
  });
});
