import { home } from "../home/here";
import { escapeHtml } from "../text/escape-html";

/** As far as plotly.js uses it: a canvas's drawing context that remembers rectangles. */
export interface Painting {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  createImageData(width: number, height: number): Pixels;
  putImageData(pixels: Pixels, x: number, y: number): void;
  /** The painting as an address of an SVG image. */
  toDataURL(): string;
}

interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

const TRANSPARENT = /^rgba\((?:[^,]+,){3}\s*0\)$/;

/**
 * The canvas of heatmaps and images. It keeps one path for each colour instead of pixels: as sharp
 * at any size, and the same bytes on every machine, which no compressed image promises.
 */
export function paintCanvas({ width, height }: { width: number; height: number }): Painting {
  const paths = new Map<string, string[]>();
  const painting: Painting = {
    fillStyle: "rgba(0,0,0,1)",
    fillRect(x, y, w, h) {
      if (w <= 0 || h <= 0 || TRANSPARENT.test(painting.fillStyle)) return;
      const path = paths.get(painting.fillStyle) ?? [];
      path.push(`M${x},${y}h${w}v${h}h${-w}z`);
      paths.set(painting.fillStyle, path);
    },
    createImageData: (w, h) => ({ width: w, height: h, data: new Uint8ClampedArray(4 * w * h) }),
    putImageData(pixels, x, y) {
      for (let row = 0; row < pixels.height; row++) paintRow(painting, pixels, row, x, y);
    },
    toDataURL() {
      const shapes = [...paths].map(
        ([fill, path]) => `<path fill="${escapeHtml(fill)}" d="${path.join("")}"/>`,
      );
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges">${shapes.join("")}</svg>`;
      return `data:image/svg+xml;base64,${home.toBase64(svg)}`;
    },
  };
  return painting;
}

/** Neighbours of one colour become one rectangle. */
function paintRow(painting: Painting, { width, data }: Pixels, row: number, x: number, y: number) {
  const colour = (column: number) => {
    const [red, green, blue, alpha] = data.subarray(4 * (row * width + column));
    if (alpha === 0) return "rgba(0,0,0,0)";
    const bytes = alpha === 255 ? [red, green, blue] : [red, green, blue, alpha];
    return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  };
  for (let start = 0, end = 0; start < width; start = end) {
    painting.fillStyle = colour(start);
    for (end = start + 1; end < width && colour(end) === painting.fillStyle; end++);
    painting.fillRect(x + start, y + row, end - start, 1);
  }
}
