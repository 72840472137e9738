/** Deepest nesting of a message's parts: what is passed on is copied by functions that call themselves. */
export const MESSAGE_LEVELS = 1000;

/** Of a notebook, in which outputs lie some levels down: whatever a message may bring can be saved. */
export const NOTEBOOK_LEVELS = MESSAGE_LEVELS + 20;

/** Of a request, in which a notebook lies some levels down: whatever could be read can be saved. */
export const REQUEST_LEVELS = NOTEBOOK_LEVELS + 20;

const [QUOTE, BACKSLASH, LIST, LIST_END, OBJECT, OBJECT_END] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** How deep lists and objects of a JSON text in UTF-8 lie in each other. */
export function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE) i = endOfText(bytes, i);
    else if (byte === LIST || byte === OBJECT) deepest = Math.max(deepest, ++depth);
    else if (byte === LIST_END || byte === OBJECT_END) depth--;
  }
  return deepest;
}

/** Where the text that begins at a quote ends. Most of a large notebook is texts: they are not walked through. */
function endOfText(bytes: Uint8Array, begin: number): number {
  for (let end = begin; ; ) {
    end = bytes.indexOf(QUOTE, end + 1);
    if (end < 0) return bytes.length;
    let escapes = 0;
    while (bytes[end - 1 - escapes] === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end;
  }
}
