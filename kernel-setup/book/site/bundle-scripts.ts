import { join } from "node:path";
import { build, type Format, type Metafile } from "esbuild";

/**
 * Makes the scripts of the site's pages.
 *
 * @param root The clone, with their sources.
 * @returns Each by its name, and what is in them.
 */
export async function bundleScripts(
  root: string,
): Promise<{ scripts: Map<string, string>; metafile: Metafile }> {
  const folder = join(root, "kernel-setup", "book", "reading", "in-page");
  const make = async (name: string, source: string, format: Format) => {
    const { outputFiles, metafile } = await build({
      absWorkingDir: root,
      entryPoints: [join(folder, source)],
      bundle: true,
      write: false,
      metafile: true,
      minify: true,
      format,
      target: "es2022",
      charset: "utf8",
      legalComments: "none",
    });
    return { name, text: outputFiles[0].text, outputs: metafile.outputs };
  };
  const made = await Promise.all([
    // Also opened as a file, where browsers load no modules.
    make("site.js", "main.ts", "iife"),
    // Loaded once a cell shall run, which it does on web servers alone.
    make("run.js", "run.ts", "esm"),
  ]);
  return {
    scripts: new Map(made.map(({ name, text }) => [name, text])),
    metafile: {
      inputs: {},
      outputs: Object.fromEntries(made.flatMap(({ outputs }) => Object.entries(outputs))),
    },
  };
}
