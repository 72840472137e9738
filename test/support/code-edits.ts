import ts from "typescript";

/** A piece of code and what comes into its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

export const parse = (code: string) =>
  ts.createSourceFile("code.ts", code, ts.ScriptTarget.Latest, true);

/** The code with all of them done; they do not overlap. */
export const edited = (text: string, edits: Edit[]) =>
  edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((done, { start, end, text: by }) => done.slice(0, start) + by + done.slice(end), text);
