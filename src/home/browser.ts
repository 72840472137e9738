import graphScript from "built:graph-script";
import { chunks, facts } from "built:lessons";
import numjs from "built:numjs";
import { languages } from "built:words";
import * as dagre from "@dagrejs/dagre";
import { fromBase64, sha256, toBase64 } from "./browser/bytes";
import { inspect } from "./browser/inspect";
import { memoryFiles } from "./browser/memory-files";
import type { Files, Home, Terminal } from "./home";

/** What is loaded, by the name under which the library asks for it. */
const loaded: Record<string, unknown> = {
  numjs,
  "@dagrejs/dagre": dagre,
  "./lessons/lessons.json": facts,
};

/** What whoever runs the page may put in the place of the page's own. */
export interface Handed {
  files: Files;
  /** What {@link Home.setting} tells, by name. */
  settings: Readonly<Record<string, string>>;
  terminal: Terminal;
  /** What is done later; nothing where cells end. */
  later: Home["later"];
}

/** At what the loops of cells look, where the kernel has compiled them so. */
interface Clock {
  look(most: number): number;
  within(limit: number, run: () => void): boolean;
}

const CLOCK = Symbol.for("tslab.look");
const clockOfCells = () => (globalThis as { [CLOCK]?: Clock })[CLOCK];

let line = "";

const handed: Handed = {
  files: memoryFiles(),
  later: (work, milliseconds) => void setTimeout(work, milliseconds),
  settings: {},
  terminal: {
    write(text) {
      const lines = (line + text).split("\n");
      line = lines.pop() ?? "";
      for (const whole of lines) console.log(whole);
    },
  },
};

/** Hands the library files, settings or a terminal in the place of the page's own, from now on. */
export function moveIn(parts: Partial<Handed>): void {
  Object.assign(handed, parts);
}

/** A page of a browser, or a worker of it, as the library's home. */
export const home: Home = {
  inspect,
  isPromise(value) {
    try {
      return value instanceof Promise;
    } catch {
      return false; // a Proxy that does not want to be asked
    }
  },
  get files() {
    return handed.files;
  },
  toBase64,
  fromBase64,
  sha256,
  isPage: true,
  get later() {
    return handed.later;
  },
  setting: (name) => handed.settings[name],
  get terminal() {
    return handed.terminal;
  },
  // Nothing in a page stops what runs, short of ending it: that is up to whoever has started it. The loops
  // of a notebook's cells look at a clock instead.
  withinTime(limit, run) {
    const clock = clockOfCells();
    if (clock !== undefined) return clock.within(limit, run);
    run();
    return true;
  },
  look: () => void clockOfCells()?.look(1),
  load(name) {
    if (Object.hasOwn(loaded, name)) return loaded[name];
    throw Object.assign(new Error(`${name} is not loaded`), { code: "ENOTLOADED" });
  },
  built: () => graphScript,
  packageFolder: (name) => `/packages/${name}`,
};

/** Loads a lesson's exercises with their texts. A number that no lesson has loads nothing. */
export async function loadLesson(number: string): Promise<void> {
  const lesson = facts.lessons.find((one) => one.number === number);
  if (lesson === undefined) return;
  const folder = `${number}-${lesson.name}`;
  const part = `./lessons/${folder}/exercises`;
  if (Object.hasOwn(loaded, part) || !Object.hasOwn(chunks, folder)) return;
  const { texts, load } = await chunks[folder]();
  // The exercises read their texts when they are loaded.
  for (const [id, said] of Object.entries(texts)) Object.assign(lesson.exercises[id], said);
  loaded[part] = await load();
}

/** Loads the words of a language; those of one that is not there, or is there already, are no work. */
export async function loadLanguage(language: string): Promise<void> {
  if (Object.hasOwn(languages, language)) await languages[language]();
}

/** Loads every lesson and every language. */
export async function loadAll(): Promise<void> {
  // Some texts of a lesson are filled in while it is loaded.
  await Promise.all(Object.keys(languages).map(loadLanguage));
  await Promise.all(facts.lessons.map(({ number }) => loadLesson(number)));
}
