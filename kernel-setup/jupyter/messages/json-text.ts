/**
 * JSON that every reader can decode. Half a character outside of Unicode's first plane, as of an emoji
 * that was cut in two, is legal in JavaScript's texts and in JSON, where it is written `\ud83d`; but
 * others cannot write it to a file: nbconvert would lose the whole notebook.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  // JSON.stringify escapes halves and nothing else like this; behind a backslash it is a text's own.
  return json.includes("\\ud")
    ? json.replace(/\\(?:u(d[89a-f])[0-9a-f]{2}|.)/g, (escaped, half) =>
        half === undefined ? escaped : "\ufffd",
      )
    : json;
}
