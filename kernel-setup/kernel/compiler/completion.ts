import type ts from "typescript";
import type { Cell } from "./cell";
import type { Session } from "./session";

const NEVER: ts.CancellationToken & { throwIfCancellationRequested(): void } = {
  isCancellationRequested: () => false,
  throwIfCancellationRequested: () => {},
};

/** Names that fit at a place, each with TypeScript's word for what it is, and what they replace. */
export interface Completions {
  start: number;
  end: number;
  candidates: { name: string; kind: ts.ScriptElementKind }[];
}

/** The names that fit at a place and begin with what is typed there, the likeliest first. */
export function completions(session: Session, cell: Cell, position: number): Completions {
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
  return { ...word, candidates: candidates.map(({ name, kind }) => ({ name, kind })) };
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
