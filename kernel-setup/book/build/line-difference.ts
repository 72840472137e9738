import { diffArrays } from "diff";

/** Lines shown of one difference, and characters of one line: a picture can have thousands. */
const MOST_LINES = 24;
const MOST_CHARACTERS = 140;

/**
 * What differs between two lists of lines: `- saved`, `+ got`; nothing when all lines agree.
 *
 * @param agree Whether a saved line and a line of now count as equal.
 */
export function lineDifference(
  saved: string[],
  got: string[],
  agree: (saved: string, got: string) => boolean = (a, b) => a === b,
): string[] {
  const changes = diffArrays(saved, got, { comparator: agree });
  const lines: string[] = [];
  for (const [i, { added, removed, value }] of changes.entries()) {
    const other = removed ? changes[i + 1] : changes[i - 1];
    const isPair = other !== undefined && (removed ? other.added : other.removed);
    if (!added && !removed) continue;
    const sign = removed ? "-" : "+";
    for (const [j, line] of value.entries()) {
      lines.push(`${sign} ${clip(line, isPair ? (other.value[j] ?? "") : "")}`);
    }
  }
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), `… and ${rest} lines more`] : lines;
}

/** The part of a long line around the place where it leaves the other. */
function clip(line: string, other: string): string {
  if (line.length <= MOST_CHARACTERS) return line;
  let same = 0;
  while (same < line.length && line[same] === other[same]) same++;
  const start = Math.max(0, Math.min(same - 40, line.length - MOST_CHARACTERS));
  const end = start + MOST_CHARACTERS;
  return `${start > 0 ? "…" : ""}${line.slice(start, end)}${end < line.length ? "…" : ""}`;
}
