import { ServerConnection } from "@jupyterlab/services";
import type { Words } from "../../../src/text/languages";
import { WorkRefused } from "../server/work/refused";
import type { GuardedDrive } from "./drive";
import { currentLanguage, say } from "./words";

/**
 * Asks the server about a learner's work.
 *
 * @returns nothing where there is nothing of that name
 * @throws WorkRefused, or an Error of what has failed besides
 */
export async function askForWork<T>(
  { serverSettings: settings }: GuardedDrive,
  path: string,
  init: RequestInit = {},
): Promise<T | undefined> {
  const url = `${settings.baseUrl}api/work${path}`;
  const answer = await ServerConnection.makeRequest(url, init, settings);
  if (answer.ok) return answer.json();
  if (answer.status === 404) return undefined;
  const { words, message } = (await answer.json().catch(() => ({}))) as Partial<Answer>;
  throw words === undefined ? new Error(message ?? answer.statusText) : new WorkRefused(words);
}

/** What the server says of what it refuses. */
interface Answer {
  words: Words;
  message: string;
}

/** What an error says to the reader. */
export function sentenceOf(error: unknown): string {
  if (error instanceof WorkRefused) return error.words[currentLanguage()];
  if (error instanceof ServerConnection.NetworkError) return say("serverGone");
  return (error as Error).message;
}
