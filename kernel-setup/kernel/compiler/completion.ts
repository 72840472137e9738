import type { CompletionInfo } from "tslab/dist/converter";
import type ts from "typescript";
import type { Cell } from "./cell";
import type { Session } from "./session";

const NEVER: ts.CancellationToken & { throwIfCancellationRequested(): void } = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested: () => {},
};

/** The names that fit at a place, the likeliest first. */
export function completions(session: Session, cell: Cell, position: number): CompletionInfo {
  const { typescript, program } = session;
  const info = typescript.Completions.getCompletionsAtPosition(
    {},
    program,
    () => {},
    cell.file,
    position,
    {},
    undefined,
    typescript.CompletionTriggerKind.Invoked,
    NEVER,
  );
  const word = wordAt(session, cell, position);
  const typed = cell.file.text.slice(word.start, position).toLowerCase();
  const candidates = (info?.entries ?? [])
    .filter(({ name }) => name.toLowerCase().startsWith(typed))
    .toSorted((a, b) => compare(a.sortText, b.sortText) || compare(a.name, b.name));
  return { ...word, candidates: candidates.map(({ name }) => name), original: info as never };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The part of the code that a completion replaces. */
function wordAt(
  { typescript }: Session,
  { file }: Cell,
  position: number,
): { start: number; end: number } {
  const previous = typescript.findPrecedingToken(position, file);
  if (previous !== undefined && typescript.isMemberName(previous) && previous.end >= position) {
    return { start: previous.getStart(file), end: previous.end };
  }
  const next = previous && typescript.findNextToken(previous, file, file);
  if (next !== undefined && typescript.isIdentifier(next) && next.getStart(file) === position) {
    return { start: position, end: next.end };
  }
  return { start: position, end: position };
}
