import type { Json } from "../../jupyter/messages/message";

interface Entry {
  line: number;
  input: string;
  output?: string;
}

/** Session number of everything here: no history is kept beyond the kernel's life. */
const SESSION = 1;

/** Turns a glob (`*`, `?`, and sets as in `[a-z]` or `[^a]`) into a pattern for whole inputs. */
function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\[(\^?)(\]?[^\]]*)\]|./gs, (part, not?: string, set?: string) => {
    if (set !== undefined) return `[${not}${set.replace(/[\\\][]/g, "\\$&")}]`;
    if (part === "*") return "[^]*";
    if (part === "?") return "[^]";
    return part.replace(/[\\^$.|+()[\]{}]/, "\\$&");
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A set like [z-a] fits nothing.
    return /$^/;
  }
}

function wholeNumber(value: unknown, otherwise: number): number {
  return Number.isInteger(value) ? (value as number) : otherwise;
}

/** The inputs of this session, and the texts of their results. */
export class History {
  readonly #entries: Entry[] = [];

  add(line: number, input: string): void {
    this.#entries.push({ line, input });
  }

  setOutput(line: number, output: string): void {
    const entry = this.#entries.findLast((candidate) => candidate.line === line);
    if (entry !== undefined) entry.output = output;
  }

  /** Answers a history_request. */
  reply(content: Json): Json {
    const withOutput = content.output === true;
    const history = this.#select(content).map(({ line, input, output }) => [
      SESSION,
      line,
      withOutput ? [input, output ?? null] : input,
    ]);
    return { status: "ok", history };
  }

  #select(content: Json): Entry[] {
    const all = this.#entries;
    const n = wholeNumber(content.n, all.length);
    if (content.hist_access_type === "range") {
      const session = wholeNumber(content.session, 0);
      if (session !== 0 && session !== SESSION) return [];
      const start = wholeNumber(content.start, 0);
      const stop = wholeNumber(content.stop, Number.POSITIVE_INFINITY);
      return all.filter(({ line }) => line >= start && line < stop);
    }
    if (content.hist_access_type === "search") {
      const pattern = globToRegExp(typeof content.pattern === "string" ? content.pattern : "*");
      let found = all.filter(({ input }) => pattern.test(input));
      if (content.unique === true) {
        found = found.filter(
          ({ input }, at) => found.findLastIndex((other) => other.input === input) === at,
        );
      }
      return n > 0 ? found.slice(-n) : [];
    }
    return n > 0 ? all.slice(-n) : [];
  }
}
