import { parseArgs } from "node:util";

/** Arguments that a command does not understand. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A command that is understood and cannot do its work here; the message says what helps. */
export class CannotRun extends Error {
  override name = "CannotRun";
}

type Options = Record<string, { type: "string" | "boolean" }>;

/** What a command takes, and its help. */
export interface Usage<O extends Options = Options> {
  /** As it is typed: "npm start". */
  command: string;
  /** The text of --help. */
  help: string;
  options: O;
  /** What stands without dashes, such as "lesson numbers"; none are taken when absent. */
  positionals?: string;
}

/** A command's options and other arguments, as they were given. */
export interface Arguments<O extends Options> {
  values: { [K in keyof O]?: O[K]["type"] extends "string" ? string : boolean };
  positionals: string[];
}

/**
 * Reads a command's arguments; unknown ones are refused.
 *
 * @throws UsageError saying what the command takes and what came.
 */
export function readArguments<O extends Options>(usage: Usage<O>, args: string[]): Arguments<O> {
  const { command, options, positionals } = usage;
  try {
    const allowPositionals = positionals !== undefined;
    return parseArgs({ args, options, allowPositionals, strict: true }) as Arguments<O>;
  } catch (error) {
    const names = Object.entries(options).map(([name, { type }]) =>
      type === "string" ? `--${name} ${name.toUpperCase()}` : `--${name}`,
    );
    const taken = [...(positionals === undefined ? [] : [positionals]), ...names, "--help"];
    const came = args.map((arg) => JSON.stringify(arg)).join(" ");
    throw new UsageError(
      `${command}: expected ${taken.join(", ")}, but got ${came} (${firstSentence((error as Error).message)}).`,
    );
  }
}

const firstSentence = (text: string) => text.split(/\.(?:\s|$)/)[0];

/**
 * The frame of every command: answers --help, and says a UsageError or CannotRun without a stack.
 *
 * @returns The exit code: what `work` returns, 2 for arguments that are not understood, 1 for what cannot run.
 */
export async function runCommand<O extends Options>(
  usage: Usage<O>,
  args: string[],
  work: (read: Arguments<O>) => Promise<number>,
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage.help);
    return 0;
  }
  try {
    return await work(readArguments(usage, args));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CannotRun)) throw error;
    console.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}
