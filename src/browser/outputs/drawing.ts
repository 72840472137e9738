import type { Model } from "../graph/model";
import { stepper } from "../graph/stepper";

/** What stands in a drawing of a graph, by element: whatever else somebody has put into one does not become live. */
const ATTRIBUTES: Record<string, string> = {
  svg: "xmlns lang role width height viewBox",
  title: "",
  desc: "",
  style: "",
  g: "transform data-from data-to data-node data-result",
  path: "class d",
  rect: "class x y width height rx fill stroke",
  circle: "class cx cy r",
  text: "class x y",
};

/** Rules for classes and texts, that give them colours, lines and letters. */
const STYLE =
  /^(?:[\w.,~\s-]+\{(?:(?:font-(?:family|size|weight)|fill|stroke(?:-width|-dasharray)?|text-anchor|paint-order):[\w\s#.,"'-]+;?)*\})*$/;

/** A drawing's picture as text, checked: what it becomes in the page is nothing but shapes and texts. */
export function drawingSvg(src: string): string | undefined {
  const [, base64, text] = /^data:image\/svg\+xml(?:;base64,([\w+/=]+)|,(.*))$/s.exec(src) ?? [];
  const svg = base64 === undefined ? decodeURIComponent(text ?? "") : utf8(base64);
  const { documentElement, childNodes } = new DOMParser().parseFromString(svg, "image/svg+xml");
  if (childNodes.length !== 1 || documentElement.tagName !== "svg") return undefined;
  return isDrawing(documentElement)
    ? new XMLSerializer().serializeToString(documentElement)
    : undefined;
}

function isDrawing(element: Element): boolean {
  const allowed = Object.hasOwn(ATTRIBUTES, element.tagName)
    ? ATTRIBUTES[element.tagName].split(" ")
    : undefined;
  if (allowed === undefined || element.namespaceURI !== "http://www.w3.org/2000/svg") return false;
  if (element.tagName === "style" && !STYLE.test(element.textContent ?? "")) return false;
  return (
    [...element.attributes].every(({ name }) => allowed.includes(name)) &&
    [...element.childNodes].every((child) =>
      // Not a text that HTML would read otherwise than XML.
      child.nodeType === Node.TEXT_NODE ? true : child instanceof Element && isDrawing(child),
    )
  );
}

function utf8(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
}

/** Makes a drawing live; one that is not as ours are stays the picture that it is. */
export function drawing(image: HTMLImageElement, model: Model): void {
  const svg = drawingSvg(image.src);
  if (svg === undefined) return;
  let bytes = "";
  for (const byte of new TextEncoder().encode(svg)) bytes += String.fromCharCode(byte);
  image.src = `data:image/svg+xml;base64,${btoa(bytes)}`;
  try {
    stepper(image, model);
  } catch {
    if (image.nextElementSibling?.shadowRoot) image.nextElementSibling.remove();
    image.style.display = "";
  }
}
