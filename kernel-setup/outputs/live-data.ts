/** What an output becomes live with: data alone, which the page's own script draws from. */
export interface LiveData {
  kind: "chart" | "drawing" | "points";
  /** The mark of the picture it belongs to; of points, that of their chart. */
  id: string;
  /** A chart's figure, a drawing's model, or the new points of each curve. */
  data: unknown;
  /** What is said in a chart's place where it cannot be drawn. */
  missing?: string;
}

/** By the parameters of its function a script of the library is known, also in notebooks saved long ago. */
const KINDS: [RegExp, LiveData["kind"]][] = [
  [/^\(\(id, figure, colours\b/, "chart"],
  [/^\(\(KEY,MODEL\)=>/, "drawing"],
  [/^\(\(id, curves\) =>/, "points"],
];

/** What stands between the function and the JSON of its values. Nothing in JSON looks like it, so the last one is it. */
const CALL = '})("';

/**
 * The data in an output's script, where it is one of the library's: a function that is called with
 * values in JSON. The function itself is not looked at.
 *
 * @param script The text between its tags.
 * @returns Nothing for any other script.
 *
 * @example
 * liveData('((id, curves) => {})("chart-1",[])'); // { kind: "points", id: "chart-1", data: [] }
 */
export function liveData(script: string): LiveData | undefined {
  const text = script.trim();
  const [, kind] = KINDS.find(([start]) => start.test(text)) ?? [];
  const at = text.lastIndexOf(CALL);
  if (kind === undefined || at < 0 || !text.endsWith(")")) return undefined;
  let values: unknown[];
  try {
    values = JSON.parse(`[${text.slice(at + CALL.length - 1, -1)}]`);
  } catch {
    return undefined;
  }
  const [id, data] = values;
  if (typeof id !== "string" || typeof data !== "object" || data === null) return undefined;
  const missing = kind === "chart" ? values[4] : undefined;
  return { kind, id, data, ...(typeof missing === "string" && { missing }) };
}
