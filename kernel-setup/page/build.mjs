// Builds the notebook page: `node kernel-setup/page/build.mjs` after `npm ci --ignore-scripts` in this folder.
// With --check it compares with what is committed instead.
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { licencesText, redistributed } from "../commands/boot/licences/licences.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const BUILT = path.join(HERE, "built");
const PAGES = ["index.html", "enter.html"];
const { resolve: resolvePackage } = createRequire(import.meta.url);

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

/** The fonts of formulas stay in their package, from which the server serves them. */
const FONTS = path.join(path.dirname(resolvePackage("katex/package.json")), "dist", "fonts");
const fonts = {
  name: "fonts",
  setup({ onResolve }) {
    onResolve({ filter: /\.woff2$/ }, ({ path: name, resolveDir }) => {
      const file = path.resolve(resolveDir, name);
      if (path.dirname(file) !== FONTS)
        return { errors: [{ text: `${name} is no font of katex: the server does not serve it.` }] };
      return {
        path: addressed(`fonts/${path.basename(file)}`, fs.readFileSync(file)),
        external: true,
      };
    });
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
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "none",
  charset: "utf8",
  outdir: BUILT,
  metafile: true,
  write: false,
  loader: {
    ".woff": "empty",
    ".ttf": "empty",
    ".eot": "empty",
    ".png": "dataurl",
  },
  alias: { path: "path-browserify" },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  inject: ["ui/process.ts"],
  plugins: [pictures, fonts, leftOut],
  logLevel: "warning",
};

/** @returns {Promise<Map<string, Uint8Array>>} the files of the page by name */
async function pageFiles() {
  const { outputFiles, metafile } = await build(options);
  const files = new Map(
    outputFiles.map(({ path: file, contents }) => [path.basename(file), contents]),
  );
  for (const page of PAGES) {
    const html = fs.readFileSync(path.join(HERE, "ui", page), "utf8");
    const named = html.replace(/(?<=\/static\/)\w+\.(?:js|css)/g, (name) =>
      addressed(name, files.get(name)),
    );
    files.set(page, Buffer.from(named));
  }
  const served = fs.readdirSync(FONTS).filter((name) => name.endsWith(".woff2"));
  const { folders } = redistributed(metafile, HERE);
  const licences = licencesText({ folders, fonts: served.map((name) => path.join(FONTS, name)) });
  return files.set("LICENSES.txt", Buffer.from(licences));
}

/** The address of a file: its name, and what stands for its contents, so that a browser may keep it. */
function addressed(name, contents) {
  return `${name}?v=${hashOf(contents).slice(0, 12)}`;
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
