import { readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { inProject } from "../support/project";
import { ELSEWHERE } from "./elsewhere";
import { type SystemCall, systemCalls } from "./system-calls";

/** What runs on a machine of any kind: sources, and what tests share. */
const FOLDERS = ["kernel-setup", "src", "test/support"];
/** Runs in browsers, or is made from other files. */
const IN_BROWSERS =
  /^kernel-setup\/(?:page\/(?:src|built)|site\/assets)\/|^src\/\w+\/page\/|\/node_modules\//;

/** All files of a folder, with / between their names. */
function filesBelow(folder: string): string[] {
  return readdirSync(inProject(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesBelow(path);
    return /\.(?:ts|mjs|js)$/.test(entry.name) && !IN_BROWSERS.test(path) ? [path] : [];
  });
}

const callsIn = (file: string) => systemCalls(file, readFileSync(inProject(file), "utf8"));
const placeOf = (file: string, { within, what }: SystemCall) => `${file} ${within}: ${what}`;

describe("what the sources ask of the operating system", () => {
  const listed = new Set(ELSEWHERE.flatMap(({ places }) => places));

  it("has an answer for Windows and Macs at each place", () => {
    const missing = FOLDERS.flatMap(filesBelow).flatMap((file) =>
      callsIn(file)
        .filter((call) => !listed.has(placeOf(file, call)))
        .map((call) => `${file}:${call.line} (${call.within || "the file itself"}): ${call.what}`),
    );
    const words = `test/platforms/elsewhere.ts says of none of these what happens on Windows:\n${missing.join("\n")}`;
    expect(missing, words).to.deep.equal([]);
  });

  it("has no answer for what is no longer there, and one for each place", () => {
    const there = new Set(
      FOLDERS.flatMap(filesBelow).flatMap((file) =>
        callsIn(file).map((call) => placeOf(file, call)),
      ),
    );
    expect([...listed].filter((place) => !there.has(place))).to.deep.equal([]);
    expect(ELSEWHERE.flatMap(({ places }) => places)).to.have.length(listed.size);
    for (const { does, places } of ELSEWHERE) {
      expect(does).to.match(/\.$/);
      expect(places).to.not.be.empty;
    }
  });
});

/** What a test of these does not do on every system, and by which name it says so to `needs`. */
const NEEDED: [what: RegExp, need: string][] = [
  [/^symlink$/, "symbolic links"],
  [/^chmod$/, "file modes"],
  [/^SIG(?!KILL$|TERM$)/, "signals"],
  [/^(?:spawn\w* )?"(?:\/bin\/)?ps"$|"pgrep"$/, "ps"],
  [/^"\/proc\//, "/proc"],
  [/^spawn\w* "(?:kill|sh|sleep)"$/, "signals"],
];
/** Not of Windows or Macs at all, since they need tools of Debian, which `needs` names. */
const OF_DEBIAN = /^test\/(?:bench|browser|conformance|jupyterlab|wasm)\//;

describe("tests that not every system can pass", () => {
  const files = filesBelow("test").filter(
    (file) =>
      file.endsWith(".test.ts") && !OF_DEBIAN.test(file) && !file.startsWith("test/platforms"),
  );
  /** Data of a test, or a link that Windows lets everybody make. */
  const isHarmless = (line: string) => /"junction"|reason\(|expect\(.*(?:SIG[A-Z]+)/.test(line);

  it("say so to needs, which skips them by name", () => {
    const silent = files.flatMap((file) => {
      const text = readFileSync(inProject(file), "utf8");
      const lines = text.split("\n");
      const said = [...text.matchAll(/needs\(this, ([^)]*)\)/g)].map(([, names]) => names).join();
      return callsIn(file).flatMap(({ what, line }) => {
        const [, need] = NEEDED.find(([pattern]) => pattern.test(what)) ?? [];
        if (need === undefined || said.includes(`"${need}"`)) return [];
        return isHarmless(lines[line - 1]) ? [] : [`${file}:${line}: ${what} needs "${need}"`];
      });
    });
    expect(silent, silent.join("\n")).to.deep.equal([]);
  });
});

describe("systemCalls", () => {
  const found = (text: string) =>
    systemCalls("a.ts", text).map(({ within, what, line }) => `${line} ${within}: ${what}`);

  it("finds calls of Node's modules by any name of theirs, and where they are handed on", () => {
    expect(
      found(`import { renameSync, symlinkSync as link } from "node:fs";
import fs from "node:fs";
import { spawn } from "node:child_process";
function move() { renameSync("a", "b"); }
class Mover { run(way = renameSync) { return fs.promises, fs.chmodSync("a", 0o600); } }
spawn("sh", ["-c", "x"], { detached: true });
const rename = () => {};
rename();`),
    ).to.deep.equal([
      "4 move: rename",
      "5 Mover.run: rename",
      "5 Mover.run: chmod",
      '6 : spawn "sh"',
      '6 : "sh"',
      "6 : detached",
    ]);
  });

  it("finds signals, processes, places of the file system, variables and modes", () => {
    expect(
      found(`import { mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
process.kill(-pid, "SIGTERM");
child.kill();
process.getuid?.();
const log = "/tmp/log";
const { HOME } = process.env;
process.env.SHELL;
writeFileSync(log, "", { mode: 0o600 });
openSync(log, "wx", 0o600);
rmSync("a", { recursive: true });
rmSync("b", { recursive: true, maxRetries: 3 });
const address = "ipc://kernel";
await import(file);
await import(pathToFileURL(file).href);
path.split("/"); list.split(":"); folder.startsWith("/a");`),
    ).to.deep.equal([
      "2 : process.kill",
      "2 : SIGTERM",
      "3 : child.kill",
      "4 : process.getuid",
      '5 log: "/tmp/log"',
      "6 : env.HOME",
      "7 : env.SHELL",
      "8 : mode",
      "9 : mode",
      "10 : rm of a folder without maxRetries",
      "12 address: ipc:",
      "13 : import() of a path",
      '15 : split "/"',
      '15 : split ":"',
      '15 : startsWith "/"',
    ]);
  });

  it("takes nothing else for one", () => {
    expect(
      found(`import open from "open";
socket.once("open", done);
line.link("a", "b");
text.split("\\n").join(" ");
type.startsWith("image/");
entry.mode;
show({ mode: "lines" });`),
    ).to.deep.equal([]);
  });
});
