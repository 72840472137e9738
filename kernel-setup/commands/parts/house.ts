import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

/**
 * Who may import whom: each folder its own files and those of the folders named here, types included.
 * A folder that is not here belongs to the one above it; one that is nowhere may import nothing.
 */
const HOUSE: Record<string, string> = {
  "src/home": "",
  "src/text": "src/home",
  "src/arrays": "src/home src/text",
  "src/layers": "src/home src/text src/arrays",
  "src/datasets": "src/home src/text src/arrays",
  "src/show": "src/home src/text",
  "src/graph": "src/home src/text src/arrays src/layers src/show",
  "src/graph/drawing": "src/home src/text src/arrays src/layers src/show src/graph",
  "src/network": "src/home src/text src/arrays src/layers src/show",
  "src/judging":
    "src/home src/text src/arrays src/layers src/graph src/network src/datasets src/show",
  "src/lessons":
    "src/home src/text src/arrays src/layers src/graph src/network src/datasets src/show src/judging",
  "src/browser":
    "src/text src/graph src/show/config src/show/dark src/show/live-script src/show/points-script",
  "src/page": "src/home src/text src/show src/index",
  // The list of all that cells import; the bundle for pages alone imports it.
  src: "src/text src/arrays src/layers src/graph src/network src/datasets src/show src/judging src/lessons",
  // The list of languages and the way texts are found and filled in are the same for all.
  "kernel-setup/text": "src/text/languages src/text/fill",
  "kernel-setup/jupyter": "",
  "kernel-setup/kernel": "kernel-setup/kernel/node",
  // Neither knows where it runs: a home is handed to them.
  "kernel-setup/kernel/compiler": "",
  "kernel-setup/kernel/cells":
    "kernel-setup/text src/text/languages kernel-setup/jupyter/messages kernel-setup/kernel/compiler",
  // Jupyter's protocol seen from a kernel; what carries it is the home's.
  "kernel-setup/kernel/protocol":
    "kernel-setup/text src/text/languages kernel-setup/jupyter/messages kernel-setup/kernel/cells/messages kernel-setup/kernel/cells/error-content",
  "kernel-setup/kernel/node":
    "kernel-setup/text src/text/languages kernel-setup/jupyter/is-alive kernel-setup/jupyter/messages kernel-setup/jupyter/kernelspecs kernel-setup/kernel/compiler kernel-setup/kernel/cells kernel-setup/kernel/protocol",
  // The other home, in a page: its worker, and what starts that.
  "kernel-setup/kernel/web":
    "kernel-setup/text src/text/languages kernel-setup/jupyter/messages kernel-setup/jupyter/client/kernel-error kernel-setup/kernel/compiler kernel-setup/kernel/cells kernel-setup/kernel/protocol",
  // What outputs become in a page, at home in the site and in the notebook page.
  "kernel-setup/outputs":
    "kernel-setup/text src/text/languages kernel-setup/jupyter/notebook-files/notebook",
  // A link to a notebook is read in the page alone; of files of work it tells.
  "kernel-setup/page/ui":
    "kernel-setup/text src/text/languages src/text/fill kernel-setup/outputs kernel-setup/jupyter/notebook-files/notebook kernel-setup/page/server/bytes kernel-setup/page/server/routes/work kernel-setup/page/server/work",
  // The same in a page as on a machine: what differs is its home's.
  "kernel-setup/page/server":
    "kernel-setup/page/server/work kernel-setup/jupyter/messages/message kernel-setup/jupyter/messages/json-depth kernel-setup/jupyter/messages/kernel-died kernel-setup/jupyter/kernelspecs/spec kernel-setup/jupyter/client/kernel-error kernel-setup/jupyter/notebook-files/notebook kernel-setup/jupyter/notebook-files/validate-notebook kernel-setup/jupyter/notebook-files/system-words",
  // A learner's work on its way; the page itself reads links by it.
  "kernel-setup/page/server/work":
    "kernel-setup/page/server kernel-setup/text src/text/languages src/lessons/score-format kernel-setup/jupyter/messages/message kernel-setup/jupyter/messages/json-depth kernel-setup/jupyter/notebook-files/notebook kernel-setup/jupyter/notebook-files/validate-notebook kernel-setup/jupyter/notebook-files/system-words",
  "kernel-setup/page/homes/machine":
    "kernel-setup/text src/text/languages kernel-setup/jupyter kernel-setup/page/server",
  "kernel-setup/page/homes/browser":
    "kernel-setup/jupyter/kernelspecs/spec kernel-setup/jupyter/client/kernel-error kernel-setup/jupyter/notebook-files/notebook kernel-setup/page/server kernel-setup/kernel/web/signal-relay kernel-setup/kernel/web/signals",
  // What only a browser has: there its kernels are started, too.
  "kernel-setup/page/homes/browser/web":
    "kernel-setup/text src/text/languages kernel-setup/kernel/web/start kernel-setup/page/server kernel-setup/page/homes/browser",
  "kernel-setup/page/site": "kernel-setup/text src/text/languages kernel-setup/page/server",
  "kernel-setup/page":
    "kernel-setup/text src/text/languages kernel-setup/jupyter kernel-setup/commands/boot/licences",
  // The page's end of a kernel is asked for by its form alone.
  "kernel-setup/book/reading":
    "kernel-setup/text src/text/languages kernel-setup/jupyter/messages/message kernel-setup/jupyter/notebook-files/notebook kernel-setup/jupyter/runner/output-collector kernel-setup/outputs kernel-setup/page/server/home kernel-setup/page/homes/browser/web/site-kernels",
  "kernel-setup/book":
    "kernel-setup/text src/text/languages kernel-setup/jupyter kernel-setup/outputs kernel-setup/book/reading",
  "kernel-setup/commands":
    "kernel-setup/text src/text/languages kernel-setup/jupyter kernel-setup/page kernel-setup/book",
};

/** Rooms that know nothing of Node, and the rooms in them that do: a home is Node's, or a page's. */
export const WITHOUT_NODE = {
  rooms: [
    "src",
    "kernel-setup/kernel/cells",
    "kernel-setup/kernel/compiler",
    "kernel-setup/kernel/protocol",
    "kernel-setup/kernel/web",
    "kernel-setup/page/server",
    "kernel-setup/page/homes",
    "kernel-setup/outputs",
    "kernel-setup/book/reading",
  ],
  homes: ["src/home", "kernel-setup/page/homes/machine"],
};

/** The parts of the project that have rules. */
export const PARTS = ["src", "kernel-setup"];

/**
 * The imports that go where the house allows none, and the rooms that it does not know.
 *
 * @param root The clone.
 * @returns A sentence for each; none when all is well.
 */
export function houseFaults(root: string): string[] {
  const files = new Set(PARTS.flatMap((part) => codeBelow(root, part)));
  return [...files].flatMap((file) => {
    const room = roomOf(file);
    if (room === undefined) return [`${file} lies in no folder that the house knows.`];
    const text = readFileSync(join(root, file), "utf8");
    const targets = importsOf(file, text).flatMap((name) => fileOf(name, files) ?? []);
    const wrong = targets.filter((target) => !mayImport(room, target));
    return wrong.map((target) => `${file} imports ${target}, which ${room} may not.`);
  });
}

/** Files and lines of each room, of hand-written code: what a table shows at a glance. */
export function houseCounts(root: string): { room: string; files: number; lines: number }[] {
  return [...PARTS, "test"].flatMap((part) => {
    const rooms = new Map<string, { room: string; files: number; lines: number }>();
    for (const file of codeBelow(root, part)) {
      const room = dirname(file).split("/").slice(0, 2).join("/");
      const counts = rooms.get(room) ?? { room, files: 0, lines: 0 };
      counts.files++;
      counts.lines += readFileSync(join(root, file), "utf8").split("\n").length - 1;
      rooms.set(room, counts);
    }
    return [...rooms.values()].sort((a, b) => a.room.localeCompare(b.room));
  });
}

/** Code below a folder, with forward slashes, without what is installed, built or kept as data. */
export function codeBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return /^(?:node_modules|built|fixtures|snapshots)$/.test(entry.name)
        ? []
        : codeBelow(root, path);
    return /\.[cm]?[jt]s$/.test(entry.name) ? [path] : [];
  });
}

/** The longest name in the list that a file lies below; only the list of exports lies in `src` itself. */
const roomOf = (file: string) =>
  Object.keys(HOUSE)
    .filter((room) => file.startsWith(`${room}/`) && (room !== "src" || dirname(file) === room))
    .sort((a, b) => b.length - a.length)[0];

function mayImport(room: string, target: string): boolean {
  if (target.startsWith(`${room}/`) && roomOf(target) === room) return true;
  return HOUSE[room].split(" ").some((allowed) => {
    return allowed !== "" && (target.startsWith(`${allowed}/`) || target.startsWith(`${allowed}.`));
  });
}

/** What a file imports by a path, types too, as paths from the clone. */
const importsOf = (file: string, text: string) =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((name) => name.startsWith("."))
    .map((name) => posix.join(dirname(file), name));

const fileOf = (name: string, files: Set<string>) =>
  [name, `${name}.ts`, `${name}.js`, `${name}/index.ts`, name.replace(/js$/, "ts")].find((path) =>
    files.has(path),
  );
