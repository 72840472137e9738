import { accessSync, constants, existsSync, mkdtempSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, posix, resolve, win32 } from "node:path";
import { type Machine, thisMachine } from "./jupyter-paths";

/** Names the folder, for every command and for kernels that any front end starts. */
export const HOME_VARIABLE = "BACKPROP_HOME";

/** Where a learner's things are kept, apart from the program. */
export interface Home {
  folder: string;
  /** The copies of the lessons, a folder for each language, and the scorecard beside these. */
  copies: string;
  /** Kept by servers: the secret, signatures, settings, Jupyter's own files. */
  servers: string;
}

/** What decides where a learner's things are kept. */
export interface HomeOptions {
  /** The folder that was asked for, as in `--home`; else the environment's counts. */
  asked?: string;
  /** What a relative path starts from. */
  from?: string;
  machine?: Machine;
}

/**
 * Where a learner's things are kept: where it was asked for; else in the clone, if copies can be
 * written there; else among the user's own data. Nothing is made.
 *
 * @param root The clone.
 * @example
 * homeOf("/home/ada/backprop").folder; // "/home/ada/backprop"
 * homeOf("/opt/backprop").folder; // "/home/ada/.local/share/backprop"
 */
export function homeOf(root: string, options: HomeOptions = {}): Home {
  const { from = process.cwd(), machine } = options;
  const { env, platform } = machine ?? process;
  const asked = options.asked ?? (env[HOME_VARIABLE] || undefined);
  if (asked !== undefined) return at(resolve(from, asked));
  const clone = at(root);
  // A user without a home folder may have a clone.
  return canKeep(clone.copies, platform) ? clone : at(ownFolder(machine ?? thisMachine()));
}

/** The same places everywhere, so that a home can be moved. */
const at = (folder: string): Home => ({
  folder,
  copies: join(folder, "notebooks", "mine"),
  servers: join(folder, ".jupyter"),
});

/** Where each system wants the data of a program. Source: the XDG Base Directory Specification, for Linux. */
function ownFolder({ platform, env, home }: Machine): string {
  const NAME = "backprop";
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", NAME);
  if (platform === "win32")
    return win32.join(env.LOCALAPPDATA || win32.join(home, "AppData", "Local"), NAME);
  const data = env.XDG_DATA_HOME ?? "";
  return posix.join(posix.isAbsolute(data) ? data : posix.join(home, ".local", "share"), NAME);
}

/** Whether something can be written in a folder, or the folder be made. */
export function canKeep(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  let there = folder;
  while (!existsSync(there)) {
    if (dirname(there) === there) return false;
    there = dirname(there);
  }
  try {
    if (!statSync(there).isDirectory()) return false;
    accessSync(there, constants.W_OK);
    // Windows knows it only when it is tried.
    if (platform === "win32") rmdirSync(mkdtempSync(join(there, ".backprop-")));
    return true;
  } catch {
    return false;
  }
}
