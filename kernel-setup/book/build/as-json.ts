/** A value as indented JSON with sorted keys, line by line: the same for values that are the same. */
export function asJson(value: unknown): string[] {
  return JSON.stringify(value, sortKeys, 1).split("\n");
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
