import { joined, utf8 } from "../bytes";

/** How bytes are packed: as a file of its own, or bare, where each sign counts. */
export type Form = "gzip" | "deflate-raw";

/** What cannot be unpacked: damaged, cut off, or never packed so. */
export class Damaged extends Error {
  override name = "Damaged";
}

/** What would become more than it may, once unpacked. */
export class TooMuch extends Error {
  override name = "TooMuch";
}

/** Packs a text's UTF-8. */
export async function pack(text: string, form: Form): Promise<Uint8Array> {
  const packed = through(utf8(text), new CompressionStream(form));
  const chunks: Uint8Array[] = [];
  await eachChunk(packed, (chunk) => chunks.push(chunk));
  return joined(chunks);
}

/**
 * Unpacks bytes, and stops as soon as they become more than they may: a small file can hold a large one.
 *
 * @param most In bytes.
 * @throws Damaged, TooMuch
 */
export async function unpack(packed: Uint8Array, form: Form, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    await eachChunk(through(packed, new DecompressionStream(form)), (chunk) => {
      size += chunk.length;
      if (size > most) throw new TooMuch(`more than ${most} bytes`);
      chunks.push(chunk);
    });
  } catch (error) {
    throw error instanceof TooMuch ? error : new Damaged((error as Error).message);
  }
  return joined(chunks);
}

const through = (bytes: Uint8Array, change: CompressionStream | DecompressionStream) =>
  new Blob([new Uint8Array(bytes)]).stream().pipeThrough<Uint8Array>(change);

/** Not "for await": WebKit cannot loop over a stream. */
async function eachChunk(
  stream: ReadableStream<Uint8Array>,
  take: (chunk: Uint8Array) => void,
): Promise<void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      take(value);
    }
  } catch (error) {
    // Nobody reads the rest.
    reader.cancel().catch(() => {});
    throw error;
  }
}
