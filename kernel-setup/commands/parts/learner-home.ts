import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { canKeep, HOME_VARIABLE, type Home, homeOf } from "../../jupyter/kernelspecs/home";
import { CannotRun, UsageError } from "./arguments";
import { ROOT } from "./project";

/** The option of every command that keeps something for a learner. */
export const HOME_OPTION = { home: { type: "string" } } as const;

/** The option in a help, below others whose descriptions begin in that column. */
export const homeHelp = (column: number) =>
  `${"  --home DIR".padEnd(column)}keeps your copies, scorecard and settings there (else ${HOME_VARIABLE}, else
${"".padEnd(column)}the clone, else, where you cannot write into it, a folder of your own)`;

/** The home of a command, which npm runs in the clone, whoever calls it from where. */
export function commandHome(asked: string | undefined): Home {
  return homeOf(ROOT, { asked, from: process.env.INIT_CWD });
}

/** What of a home cannot be written, as a sentence that says what helps. */
export function homeTrouble({ copies, servers }: Home): string | undefined {
  const lost = [copies, servers].find((folder) => !canKeep(folder));
  return (
    lost &&
    `expected to be able to write into ${lost}, but it does not allow that: make it yours, or name another folder with --home DIR or ${HOME_VARIABLE}.`
  );
}

/**
 * Makes the home of a command, and tells all kernels that it starts where that is.
 *
 * @param asked The value of `--home`.
 * @throws UsageError when the folder asked for cannot be written; CannotRun when another cannot.
 */
export function openHome(command: string, asked: string | undefined): Home {
  const home = commandHome(asked);
  const trouble = homeTrouble(home) ?? makeFolders(home);
  if (trouble && asked !== undefined)
    throw new UsageError(
      `${command}: expected --home to be a folder that can be written, but got ${JSON.stringify(asked)}.`,
    );
  if (trouble) throw new CannotRun(`${command}: ${trouble}`);
  process.env[HOME_VARIABLE] = home.folder;
  return home;
}

function makeFolders({ copies, servers }: Home): string | undefined {
  try {
    for (const folder of [copies, servers]) mkdirSync(folder, { recursive: true });
    return undefined;
  } catch (error) {
    return `expected to be able to make a folder, but got: ${(error as Error).message}. Name another one with --home DIR or ${HOME_VARIABLE}.`;
  }
}

/** How a learner is told of a copy: in the clone from there, elsewhere in full. */
export function copyName({ folder, copies }: Home, ...parts: string[]): string {
  return folder === ROOT ? ["notebooks/mine", ...parts].join("/") : join(copies, ...parts);
}
