import { ServerConnection } from "@jupyterlab/services";
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from "../../../src/text/languages";

/** A lesson as the server lists it. */
export interface Lesson {
  /** In the folder served, as in "en/05-simple-layers.ipynb". */
  path: string;
  title: string;
  /** The ids of its exercises. */
  exercises: string[];
}

/** What the server tells the page at the start. */
export interface Config {
  language: Language;
  lessons: Record<Language, Lesson[]>;
  /** The file that tells which exercises have passed. */
  scorecard?: string;
  /** Of a home in the page: whether its files outlast the page. */
  isKept?: boolean;
}

/** @returns nothing when this browser has no key, or that of another start of the server. */
export async function readConfig(
  settings: ServerConnection.ISettings,
): Promise<Config | undefined> {
  const answer = await ServerConnection.makeRequest(`${settings.baseUrl}api/page`, {}, settings);
  if (!answer.ok) return undefined;
  const config = (await answer.json()) as Partial<Config>;
  const none: Record<string, Lesson[]> = Object.fromEntries(
    LANGUAGES.map((language) => [language, []]),
  );
  return { language: DEFAULT_LANGUAGE, lessons: none as Config["lessons"], ...config };
}
