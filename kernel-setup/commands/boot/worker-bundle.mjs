// Makes what a page needs to run cells by itself: dist/web, the kernel's worker, what the checker reads, and its messages in other languages.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { inAPage } from "./browser-bundle.mjs";
import { licencesText, redistributed } from "./licences/licences.mjs";

/** The kernel's part of the worker; a package without one has no kernel for pages. */
export const WORKER_ENTRY = path.join("kernel-setup", "kernel", "web", "worker.ts");

/** This file: what is made depends on it too. */
export const WORKER_SCRIPT = fileURLToPath(import.meta.url);

/** What worker and declarations together may weigh: kB, compressed with gzip. */
export const MOST_WORKER_KB = 1400;

/** Under this name the kernel finds TypeScript, which stands before it in the same script. */
const TYPESCRIPT = "typescriptOfThisPage";

/** Where the checker finds the pack's files, as in a clone. */
const PACK = "/pack";

/** How a cell that blocks its worker is reached. */
const CONTACT = "./kernel-setup/kernel/web/contact";

/**
 * @param {string} root the clone, compiled
 * @param {typeof import("esbuild")} esbuild
 * @param {string} [contact] the module that says how a cell is reached that blocks its worker
 * @returns {Promise<WorkerBundle | undefined>} nothing where a package has no kernel for pages
 * @typedef {{ files: Record<string, Uint8Array | string>, weights: Record<string, number>, faults: string[] }} WorkerBundle
 *   `weights` in bytes, compressed
 */
export async function workerBundle(root, esbuild, contact = CONTACT) {
  if (!fs.existsSync(path.join(root, WORKER_ENTRY))) return undefined;
  const [typescript, kernel] = await Promise.all([
    bundleTypeScript(root, esbuild),
    bundleKernel(root, esbuild, contact),
  ]);
  const folders = [typescript, kernel].flatMap(
    ({ metafile }) => redistributed(metafile, root).folders,
  );
  const script = `(() => {${textOf(typescript)}${textOf(kernel)}})();\n`;
  const files = {
    "kernel.js": script,
    "declarations.json": JSON.stringify(declarations(root)),
    ...messages(root),
    "LICENSES.txt": licencesText({ folders: [...new Set(folders)].sort() }),
  };
  const weights = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, gzipSync(text, { level: 9 }).length]),
  );
  const whole = weights["kernel.js"] + weights["declarations.json"];
  const faults =
    whole > 1000 * MOST_WORKER_KB
      ? [
          `The kernel for pages weighs ${kb(whole)} with its declarations, more than the ${MOST_WORKER_KB} kB it may.`,
        ]
      : [];
  return { files, weights, faults };
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const textOf = ({ outputFiles }) => outputFiles[0].text;

/** What the build prints of it. */
export const workerLine = ({ weights }) =>
  `To run cells in pages, compressed: ${Object.entries(weights)
    .filter(([name]) => /\.js(?:on)?$/.test(name))
    .map(([name, bytes]) => `${name} ${kb(bytes)}`)
    .join(", ")}.`;

const COMMON = {
  write: false,
  bundle: true,
  metafile: true,
  minify: true,
  format: "iife",
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "silent",
};

/** By itself, since nobody reads the names of its functions: an eighth of it. */
const bundleTypeScript = (root, esbuild) =>
  esbuild.build({
    ...COMMON,
    absWorkingDir: root,
    entryPoints: [createRequire(path.join(root, "package.json")).resolve("typescript")],
    globalName: TYPESCRIPT,
  });

/** The kernel with what cells may import. */
function bundleKernel(root, esbuild, contact) {
  const { name } = readJson(path.join(root, "package.json"));
  const version = (of) => readJson(path.join(root, "node_modules", of, "package.json")).version;
  const versions = { tslab: version("tslab"), typescript: version("typescript") };
  const contents = `
    import { contact } from ${JSON.stringify(contact)};
    import { serveWorker } from "./kernel-setup/kernel/web/worker";
    import { openInWorker } from "./src/page/in-worker";
    const pack = {
      typescript: require("typescript"),
      versions: ${JSON.stringify(versions)},
      packages: {
        ${JSON.stringify(name)}: () => require("./src/index"),
        numjs: () => require("numjs"),
      },
      open: openInWorker,
    };
    serveWorker(pack, contact);`;
  return esbuild.build({
    ...COMMON,
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: "js" },
    // Names of classes and functions stand in what learners read.
    keepNames: true,
    define: { global: "globalThis" },
    plugins: [
      {
        name: "typescript beside it",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^typescript$/ }, () => ({
            path: "typescript",
            namespace: "beside",
          }));
          onLoad({ filter: /.*/, namespace: "beside" }, () => ({
            contents: `module.exports = ${TYPESCRIPT};`,
          }));
        },
      },
      inAPage(root),
    ],
  });
}

const readJson = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

/** What the checker reads, by the paths at which it finds it. */
function declarations(root) {
  const ts = createRequire(path.join(root, "package.json"))("typescript");
  const { name, version, main, types } = readJson(path.join(root, "package.json"));
  const found = {};
  const put = (file, text = fs.readFileSync(path.join(root, file), "utf8")) => {
    found[`${PACK}/${file}`] = text;
    return text;
  };
  const json = (file, value) => put(file, JSON.stringify(value));
  /** A file with all that it imports and refers to. */
  const follow = (file) => {
    if (found[`${PACK}/${file}`] !== undefined) return;
    const { importedFiles, libReferenceDirectives } = ts.preProcessFile(put(file), true, true);
    const folder = path.posix.dirname(file);
    for (const { fileName } of libReferenceDirectives) follow(`${folder}/lib.${fileName}.d.ts`);
    for (const { fileName } of importedFiles)
      if (fileName.startsWith(".")) {
        const target = path.posix.join(folder, fileName);
        const files = [`${target}.d.ts`, `${target}/index.d.ts`];
        follow(files.find((one) => fs.existsSync(path.join(root, one))) ?? files[0]);
      }
  };
  json("package.json", { name, version, main, types });
  const signpost = { main: `../../${main}`, types: `../../${types}` };
  json(`node_modules/${name}/package.json`, { name, version, ...signpost });
  follow(types);
  follow("node_modules/typescript/lib/lib.es2023.d.ts");
  json("node_modules/tslab/package.json", { name: "tslab", types: "dist/public.d.ts" });
  follow("node_modules/tslab/dist/public.d.ts");
  // It has no types: found it has to be all the same.
  json("node_modules/numjs/package.json", { name: "numjs", main: "src/index.js" });
  put("node_modules/numjs/src/index.js", "");
  for (const globals of ["tslab-cells", "page-cells"])
    for (const file of ["package.json", "index.d.cts"])
      put(`kernel-setup/kernel/globals/${globals}/${file}`);
  return found;
}

/** What TypeScript says in each language but English that the kernel speaks, one file a language. */
function messages(root) {
  const require = createRequire(path.join(root, "package.json"));
  const { LANGUAGES } = require("./dist/src/text/languages");
  const folder = path.dirname(require.resolve("typescript"));
  const names = fs.readdirSync(folder);
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      // Some have the country behind it, as pt-br.
      const name = names.find((one) => one === language || one.startsWith(`${language}-`));
      if (name === undefined) return [];
      const text = readJson(path.join(folder, name, "diagnosticMessages.generated.json"));
      return [[`messages-${language}.json`, JSON.stringify(text)]];
    }),
  );
}
