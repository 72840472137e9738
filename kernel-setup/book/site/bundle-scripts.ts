import { join } from "node:path";
import { build, type Metafile } from "esbuild";

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
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { site: join(folder, "main.ts") },
    outdir: folder,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    // Also opened as files, where browsers load no modules.
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  const names = outputFiles.map(({ path, text }) => [path.slice(folder.length + 1), text] as const);
  return { scripts: new Map(names), metafile };
}
