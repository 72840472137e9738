import type { Model } from "./model";
import { stepper } from "./stepper";

// The script is wrapped into a function that is given these.
declare const KEY: string;
declare const MODEL: Model;

// Classic Notebook runs scripts before it puts the output into the page: the image is waited for.
function start(tries: number) {
  const images = document.querySelectorAll<HTMLImageElement>(`img[data-graph="${KEY}"]`);
  for (const image of images) {
    if (image.dataset.live) continue;
    image.dataset.live = "1";
    stepper(image, MODEL);
  }
  if (images.length === 0 && tries > 0) setTimeout(start, 50, tries - 1);
}
start(100);
