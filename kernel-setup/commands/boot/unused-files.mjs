// What packages bring along and nothing here can load: a seventh of all that is installed.
import fs from "node:fs";
import path from "node:path";

/**
 * By package: its folder, and which of the names in it are of no use here.
 * @type {Record<string, { folder: string, isUnused: (name: string) => boolean }>}
 */
const UNUSED = {
  // ZeroMQ's library, once for each system.
  zeromq: {
    folder: "build",
    isUnused: (name) => ["darwin", "linux", "win32"].includes(name) && name !== process.platform,
  },
  // A builder of such libraries, of which ZeroMQ takes the loader.
  "cmake-ts": {
    folder: "build",
    isUnused: (name) => /\.(?:m?js|map)$/.test(name) && !/^loader\.m?js$/.test(name),
  },
  // The compiler twice more, for editors.
  "@tslab/typescript-for-tslab": {
    folder: "lib",
    isUnused: (name) => ["tsserver.js", "tsserverlibrary.js", "typingsInstaller.js"].includes(name),
  },
};

/**
 * Removes them after an installation. `npm ci` brings them back, which does no harm.
 * @param {string} root the clone
 */
export function removeUnusedFiles(root) {
  for (const [name, { folder, isUnused }] of Object.entries(UNUSED)) {
    const place = path.join(root, "node_modules", name, folder);
    if (!fs.existsSync(place)) continue;
    for (const entry of fs.readdirSync(place).filter(isUnused))
      fs.rmSync(path.join(place, entry), { recursive: true, force: true, maxRetries: 5 });
  }
}
