import { createRequire } from "node:module";

const load = createRequire(__filename);

/** Where a file of an installed package stands, and the package's version. */
export function packageFile(name: string, path: string): { version: string; file: string } {
  const { version } = load(`${name}/package.json`) as { version: string };
  return { version, file: load.resolve(`${name}/${path}`) };
}
