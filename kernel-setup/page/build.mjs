// Builds the notebook page: `node kernel-setup/page/build.mjs` after `npm ci --ignore-scripts` in this folder.
// With --check it compares with what is committed instead.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licencesText, redistributed } from "../commands/boot/licences/licences.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const BUILT = path.join(HERE, "built");
const PAGES = ["index.html", "enter.html"];

/** Pictures are text to scripts, which put them into the page, and data in style sheets. */
const pictures = {
  name: "pictures",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /\.svg$/ }, ({ path: name, resolveDir, kind }) => ({
      // Relative: the names of the built files must not depend on where the clone lies.
      path: path.relative(HERE, path.resolve(resolveDir, name)).replaceAll("\\", "/"),
      namespace: kind === "url-token" ? "picture-url" : "picture-text",
    }));
    const contents = (file) => fs.readFileSync(path.join(HERE, file), "utf8");
    onLoad({ filter: /./, namespace: "picture-url" }, ({ path: file }) => ({
      contents: contents(file),
      loader: "dataurl",
    }));
    onLoad({ filter: /./, namespace: "picture-text" }, ({ path: file }) => ({
      contents: contents(file),
      loader: "text",
    }));
  },
};

/** Editor languages that ui/editors.ts does not offer, and mermaid, stay out: several megabytes. */
const LANGUAGES =
  /^@codemirror\/(lang-(javascript|json|markdown|html|css|python)|legacy-modes\/mode\/shell)$/;
const NO_COMPONENTS = `
const nothing = () => null;
const system = { register: () => system };
export const provideJupyterDesignSystem = () => system;
export { ${[
  "addJupyterLabThemeChangeListener",
  "jpButton",
  "jpToolbar",
  "Button",
  "Search",
  "TreeItem",
  "TreeView",
]
  .map((name) => `nothing as ${name}`)
  .join(", ")} };`;
const leftOut = {
  name: "left out",
  setup({ onLoad, onResolve }) {
    onResolve(
      { filter: /^(@codemirror\/(lang-|legacy-modes\/)|@?mermaid)/ },
      ({ path: name, kind }) =>
        kind !== "dynamic-import" || LANGUAGES.test(name)
          ? undefined
          : { path: "nothing", namespace: "left-out" },
    );
    // The web components of JupyterLab's toolbars: no widget of this page shows one.
    onResolve({ filter: /^@jupyter\/(web|react)-components$/ }, ({ path: name }) => ({
      path: name,
      namespace: "left-out",
    }));
    onLoad({ filter: /./, namespace: "left-out" }, ({ path: name }) => ({
      contents: name === "nothing" ? "export default {}" : NO_COMPONENTS,
    }));
  },
};

const options = {
  absWorkingDir: HERE,
  entryPoints: {
    page: "ui/main.ts",
    enter: "ui/enter.ts",
    light: "ui/light.css",
    dark: "ui/dark.css",
  },
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "none",
  charset: "utf8",
  outdir: BUILT,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  assetNames: "[name]-[hash]",
  metafile: true,
  write: false,
  loader: {
    ".woff2": "file",
    ".woff": "empty",
    ".ttf": "empty",
    ".eot": "empty",
    ".png": "dataurl",
  },
  alias: { path: "path-browserify" },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  inject: ["ui/process.ts"],
  plugins: [pictures, leftOut],
  logLevel: "warning",
};

/** @returns {Promise<Map<string, Uint8Array>>} the files of the page by name */
async function pageFiles() {
  const { outputFiles, metafile } = await build(options);
  const files = new Map(
    outputFiles.map(({ path: file, contents }) => [path.basename(file), contents]),
  );
  const outputs = Object.entries(metafile.outputs);
  const made = (entry) =>
    path.basename(outputs.find(([, { entryPoint }]) => entryPoint === entry)[0]);
  const script = made("ui/main.ts");
  const { cssBundle } = outputs.find(([, { entryPoint }]) => entryPoint === "ui/main.ts")[1];
  const names = {
    "PAGE.js": script,
    "ENTER.js": made("ui/enter.ts"),
    "PAGE.css": path.basename(cssBundle),
    "LIGHT.css": made("ui/light.css"),
    "DARK.css": made("ui/dark.css"),
  };
  for (const page of PAGES) {
    const html = fs.readFileSync(path.join(HERE, "ui", page), "utf8");
    const named = html.replace(/(?<=\/static\/)[A-Z]+\.\w+/g, (name) => names[name]);
    files.set(page, Buffer.from(named));
  }
  const licences = Buffer.from(licencesText(redistributed(metafile, HERE)));
  return renamed(files).set("LICENSES.txt", licences);
}

/**
 * Names the files anew, by what they hold: esbuild's own hashes depend on where the clone lies. All
 * names change when one file does, since the files name each other.
 */
function renamed(files) {
  const names = [...files.keys()].filter((name) => !PAGES.includes(name));
  const anyName = new RegExp(names.map((name) => name.replaceAll(".", "\\.")).join("|"), "g");
  const isText = (name) => /\.(js|css|html)$/.test(name);
  const text = (name) => Buffer.from(files.get(name)).toString("utf8");
  const nameless = new Map(
    names.map((name) => [
      name,
      hashOf(isText(name) ? text(name).replace(anyName, "") : files.get(name)),
    ]),
  );
  const all = [...nameless.values()].sort().join();
  const fresh = new Map(
    names.map((name) => {
      const hash = hashOf(nameless.get(name) + all)
        .slice(0, 8)
        .toUpperCase();
      return [name, name.replace(/-\w{8}(\.\w+)$/, `-${hash}$1`)];
    }),
  );
  return new Map(
    [...files].map(([name, bytes]) => [
      fresh.get(name) ?? name,
      isText(name) ? Buffer.from(text(name).replace(anyName, (old) => fresh.get(old))) : bytes,
    ]),
  );
}

function hashOf(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

const files = await pageFiles();
if (process.argv.includes("--check")) {
  const committed = fs.readdirSync(BUILT);
  const differing = [...new Set([...committed, ...files.keys()])].filter((name) => {
    const file = path.join(BUILT, name);
    if (!files.has(name) || !fs.existsSync(file)) return true;
    return hashOf(fs.readFileSync(file)) !== hashOf(files.get(name));
  });
  if (differing.length > 0) {
    console.error(
      `The committed page is not what its source builds: ${differing.join(", ")}.\n` +
        "Build it with `node kernel-setup/page/build.mjs` and commit it.",
    );
    process.exitCode = 1;
  } else console.log(`The committed page is what its source builds: ${files.size} files.`);
} else {
  fs.rmSync(BUILT, { recursive: true, force: true, maxRetries: 5 });
  fs.mkdirSync(BUILT);
  let size = 0;
  for (const [name, contents] of files) {
    fs.writeFileSync(path.join(BUILT, name), contents);
    size += contents.length;
  }
  console.log(`Built ${files.size} files, ${(size / 1024 ** 2).toFixed(1)} MB.`);
}
