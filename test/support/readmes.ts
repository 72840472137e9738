import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type MarkdownNode, parseMarkdown } from "../../kernel-setup/book/build/parse-markdown";
import { inProject, PROJECT } from "./project";

/** A code block of a README. */
export interface CodeBlock {
  /** README, language and which of that language it is there: `README.md ts 1`. */
  name: string;
  language: string;
  /** What stands behind the language: the file that the block is about. */
  file?: string;
  /** The README's folder, in which its commands run. */
  folder: string;
  text: string;
}

/** Not ours, made by us from other files, or lessons, which the builder checks. */
const ELSEWHERE = new Set(["node_modules", "dist", "lessons"]);

/** The READMEs of the project, and any other Markdown that explains it; paths from the project's folder. */
export function readmes(folder = PROJECT): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !ELSEWHERE.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return readmes(path);
      return entry.name.endsWith(".md") ? [relative(PROJECT, path)] : [];
    })
    .sort();
}

const textOf = (readme: string) => readFileSync(inProject(readme), "utf8");

/** Where a link or a picture leads is of no interest to the parser of lessons. */
type ReadmeNode = MarkdownNode & { url?: string; meta?: string | null };

const withChildren = (node: ReadmeNode): ReadmeNode[] => [
  node,
  ...(node.children ?? []).flatMap(withChildren),
];

/** All code blocks of a README, also those in lists and quotes. */
export function codeBlocks(readme: string, text = textOf(readme)): CodeBlock[] {
  const count: Record<string, number> = {};
  return parseMarkdown(text)
    .flatMap(withChildren)
    .filter(({ type }) => type === "code")
    .map(({ lang, meta, value = "" }) => {
      const language = lang ?? "text";
      count[language] = (count[language] ?? 0) + 1;
      return {
        name: `${readme} ${language} ${count[language]}`,
        language,
        file: meta ?? undefined,
        folder: dirname(inProject(readme)),
        text: value,
      };
    });
}

/** The shell commands that a README's sentences and tables name: `npm …`, `node …`, and `-- …` after one of these. */
export function inlineCommands(readme: string, text = textOf(readme)): string[] {
  const commands: string[] = [];
  // The parser knows no tables: a row is text, whose code spans come in order all the same.
  for (const node of parseMarkdown(text).flatMap(withChildren)) {
    if (node.type !== "inlineCode" || node.value === undefined) continue;
    if (/^(npm|node) \S/.test(node.value)) commands.push(node.value);
    if (/^-- \S/.test(node.value)) {
      const whole = commands.findLast((command) => command.startsWith("npm "));
      commands.push(`${whole?.split(" -- ")[0]} ${node.value}`);
    }
  }
  return commands;
}

/** The links of a README, pictures too, to files of the project. */
export function fileLinks(readme: string, text = textOf(readme)): string[] {
  return parseMarkdown(text)
    .flatMap(withChildren)
    .flatMap(({ type, url }) => ((type === "link" || type === "image") && url) || [])
    .filter((url) => !/^(https?:|#)/.test(url))
    .map((url) => url.split("#")[0]);
}
