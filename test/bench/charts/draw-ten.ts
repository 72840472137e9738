import { figureBundle } from "../../../src/show/figure-bundle";
import { TEN_FIGURES } from "./ten-figures";

/** What a fresh process takes for ten charts. */
export interface Drawn {
  /** Seconds for each chart, in order; the first starts the thread that draws. */
  seconds: number[];
  bundles: Record<string, unknown>[];
}

function drawTen(): Drawn {
  const seconds: number[] = [];
  const bundles = TEN_FIGURES.map((figure) => {
    const start = performance.now();
    const bundle = figureBundle(figure);
    seconds.push((performance.now() - start) / 1000);
    return bundle;
  });
  return { seconds, bundles };
}

if (require.main === module) process.stdout.write(JSON.stringify(drawTen()));
