import { rmSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Removes the folder that was made for a connection file alone, where nobody is left who would: its maker
 * was killed. Another folder is whoever's it is.
 *
 * @param folder - The one that the maker has named, if any.
 */
export function removeConnectionFolder(connectionFile: string, folder: string | undefined): void {
  if (folder === undefined || dirname(connectionFile) !== folder) return;
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The next start of a kernel removes it.
  }
}
