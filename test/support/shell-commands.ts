import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inProject, PROJECT } from "./project";

const load = createRequire(__filename);

/** npm's own commands, which are no scripts of the project. */
const OF_NPM = ["ci"];
/** npm runs these scripts without `run`. */
const SHORT = ["start", "test"];

/**
 * What in some shell commands is not there: a script, a file, an option, a name that the script knows.
 *
 * @param folder The folder in which they are typed.
 * @returns A sentence for each.
 */
export async function faultsOfCommands(text: string, folder = PROJECT): Promise<string[]> {
  const faults: string[] = [];
  let here = folder;
  for (const line of text.split("\n")) {
    const command = line.replace(/(^|\s)#.*$/, "").trim();
    const words = command.split(/\s+/);
    if (command === "") continue;
    if (words[0] === "cd") {
      here = join(here === folder ? PROJECT : here, words[1]);
      if (!existsSync(here)) faults.push(`${command}: there is no such folder.`);
    } else if (words[0] === "npm") faults.push(...(await faultsOfNpm(command, here)));
    else if (words[0] === "node") faults.push(...faultsOfNode(command, here));
    else faults.push(`${command}: expected a command of npm or node.`);
  }
  return faults;
}

async function faultsOfNpm(command: string, folder: string): Promise<string[]> {
  const [before, after = ""] = command.split(/ -- (.*)/);
  const words = before.split(/\s+/).slice(1);
  if (words[0] === "--prefix") words.splice(0, 2);
  const [verb, name] = words[0] === "run" ? ["run", words[1]] : [words[0], words[0]];
  if (OF_NPM.includes(verb))
    return existsSync(join(folder, "package-lock.json"))
      ? []
      : [`${command}: there is no package-lock.json in ${folder}.`];
  const { scripts } = JSON.parse(readFileSync(inProject("package.json"), "utf8"));
  const script: string | undefined = scripts[name];
  if (script === undefined || (verb !== "run" && !SHORT.includes(verb)))
    return [`${command}: there is no script "${name}".`];
  const said = await knownTo(script);
  const given = after.split(/\s+/).filter((word) => word !== "");
  // What stands without dashes is a lesson or a file where the script is a command, else a name it knows.
  const wanted = isCommand(script)
    ? given.filter((word) => word.startsWith("--"))
    : given.filter((word) => !(word.endsWith(".test.ts") && existsSync(join(folder, word))));
  return wanted
    .filter((word) => !new RegExp(`${word}(?![\\w-])`).test(said))
    .map((word) => `${command}: the script knows no ${word}.`);
}

const isCommand = (script: string) => script.startsWith("node kernel-setup/commands/boot/run.mjs");

/** A text that holds what may be given to a script: the help of a command, the source of another. */
async function knownTo(script: string): Promise<string> {
  const [, file, name] = script.split(" ");
  const command = inProject("dist", "kernel-setup", "commands", `${name}.js`);
  if (isCommand(script) && existsSync(command)) {
    const lines: string[] = [];
    const { log } = console;
    console.log = (line: string) => lines.push(line);
    try {
      await load(command).main(["--help"]);
    } finally {
      console.log = log;
    }
    return lines.join("\n");
  }
  // `build` runs before anything is compiled: the set-up itself reads its options.
  return readFileSync(
    inProject(isCommand(script) ? "kernel-setup/commands/boot/bootstrap.mjs" : file),
    "utf8",
  );
}

function faultsOfNode(command: string, folder: string): string[] {
  const [, file, ...words] = command.split(/\s+/);
  const places = [folder, PROJECT].flatMap((base) => [
    join(base, file),
    join(base, file.replace(/\.js$/, ".ts")),
  ]);
  const found = places.find((place) => existsSync(place));
  if (found === undefined) return [`${command}: there is no ${file}.`];
  const source = readFileSync(found, "utf8");
  return words
    .filter((word) => word.startsWith("--") && !source.includes(word))
    .map((word) => `${command}: ${file} knows no ${word}.`);
}
