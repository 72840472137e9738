import type ts from "typescript";
import type { TypeScript } from "./typescript";

/** What comments in front of a cell's first statement say of it, as tslab has it. */
export interface CellTags {
  /** From `@module name`: the file that the cell is, which others import; with `@jsx` one for JSX. */
  file?: string;
  /** From `@browser`: the cell is code for a page, which is not run. */
  isForBrowser: boolean;
}

/** What a cell's first comments say of it. */
export function cellTags(typescript: TypeScript, code: string): CellTags {
  const tags: CellTags = { isForBrowser: false };
  if (!/@(?:module|browser)\b/.test(code)) return tags;
  let name: string | undefined;
  let extension = "ts";
  for (const tag of leadingTags(typescript, code)) {
    const { comment } = tag;
    switch (tag.tagName.text) {
      case "module":
        if (typeof comment === "string" && /^\w+$/.test(comment)) name = comment;
        break;
      case "jsx":
        extension = "tsx";
        break;
      case "browser":
        tags.isForBrowser = true;
        break;
      case "node":
        tags.isForBrowser = false;
    }
  }
  if (name !== undefined) tags.file = `${name}.${extension}`;
  return tags;
}

function leadingTags(typescript: TypeScript, code: string): ts.JSDocTag[] {
  const comments = typescript.getLeadingCommentRanges(code, 0) ?? [];
  return comments.flatMap(({ pos, end }) => {
    const parsed = typescript.parseIsolatedJSDocComment(code.slice(pos, end));
    return parsed === undefined || parsed.diagnostics.length > 0 ? [] : (parsed.jsDoc.tags ?? []);
  });
}
