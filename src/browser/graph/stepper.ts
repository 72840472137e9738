import { SIZES } from "../../graph/drawing/sizes";
import { formatNumber } from "../../text/format-number";
import { textWidth } from "../../text/text-width";
import { compute } from "./compute";
import { inputControls } from "./inputs";
import { isDark, make, STYLE } from "./look";
import type { Found, LiveModel, Model, Step, Texts } from "./model";
import { add, sentence } from "./sentence";

/** How small a drawing's numbers may become, against their own size. */
const SMALLEST = 0.65;

/**
 * Puts the live drawing into the place of a still picture, which it is made from. It may be made where
 * nobody sees it, and then nothing can be measured: places come from the picture's own numbers.
 */
export function stepper(image: HTMLImageElement, model: Model): void {
  const { nodes, steps, edges, words: w } = model;
  const host = make("div", { "data-lm-suppress-shortcuts": "true" });
  const root = host.attachShadow({ mode: "open" });
  const bytes = Uint8Array.from(atob(image.src.split(",")[1]), (c) => c.charCodeAt(0));
  root.innerHTML = new TextDecoder().decode(bytes);
  const svg = root.firstElementChild as SVGSVGElement;
  const card = make("div", { class: "card" }, svg);
  // A wide drawing shrinks while it can be read; from then on it scrolls.
  svg.style.minWidth = `${Math.round(SMALLEST * (svg.getAttribute("width") as unknown as number))}px`;
  const places = [...svg.querySelectorAll("[data-node]")];
  const lines = [...svg.querySelectorAll("[data-from]")];
  const slope = (svg.lastElementChild as Element).appendChild(
    document.createElementNS("http://www.w3.org/2000/svg", "g"),
  );
  const [shift] = ((svg.lastElementChild as Element).getAttribute("transform") as string).match(
    /[\d.]+/,
  ) as unknown as number[];
  const right = (svg.getAttribute("width") as unknown as number) - shift - 8;
  const last = model.dout === null ? steps.length : 2 * steps.length + 1;
  let step = last;
  let at: Texts = model.texts;

  const said = make("p", { "aria-live": "polite" });
  const count = make("span", {});
  const slider = make("input", { type: "range", min: 0, max: last, "aria-label": w.slider });
  const buttons = (
    [
      ["|◀", w.first, () => 0],
      ["◀", w.back, () => step - 1],
      ["▶", w.next, () => step + 1],
      ["▶|", w.last, () => last],
    ] as [string, string, () => number][]
  ).map(([sign, label, to]) => {
    const button = make("button", { type: "button", "aria-label": label, title: label });
    button.textContent = `${sign}\ufe0e`;
    button.onclick = () => go(to());
    return button;
  });
  slider.oninput = () => go(+slider.value);
  const bar = make("div", { class: "bar", role: "group", "aria-label": w.steps });
  bar.append(...buttons, slider, count);
  root.append(card, make("style", {}, STYLE), bar, said); // after the picture's own style, to win
  if (model.live) root.append(inputControls(model as LiveModel, recompute));
  host.onkeydown = (event) => event.stopPropagation(); // the notebook has keys of its own

  function go(to: number) {
    step = Math.max(0, Math.min(last, to));
    slider.value = step;
    const text = sentence(model, at, step);
    said.textContent = text;
    slider.setAttribute("aria-valuetext", text);
    count.textContent = `${step} / ${last}`;
    buttons.forEach((button, i) => {
      button.disabled = i < 2 ? step === 0 : step === last;
    });
    draw();
  }

  function draw() {
    const back = step > steps.length;
    const group = steps[back ? 2 * steps.length + 1 - step : step - 1];
    const stepOf = (node: number) => steps.findIndex((one) => one.nodes.includes(node));
    edges.forEach(([from, to, k], i) => {
      const known = stepOf(from) < step;
      const sent = to < 0 ? back : back && 2 * steps.length + 1 - step <= stepOf(to);
      show(lines[i], "forward", known, at.v[from]);
      show(lines[i], "backward", sent, to < 0 ? at.g[from] : at.p[to]?.[k]);
    });
    for (const place of places) {
      const result = place.hasAttribute("data-result");
      const now = !result && group?.at === place.getAttribute("data-node");
      place.setAttribute("class", now ? `now ${back ? "bw" : "fw"}` : "");
      if (now) bringIntoView(place);
      const sum = place.querySelector(".sum");
      if (!sum) continue;
      const from = nodes.findIndex(({ n }) => n === place.getAttribute("data-node"));
      const uses = edges.filter((edge) => edge[0] === from && edge[1] >= 0);
      sum.setAttribute("class", step === last ? "sum" : "sum off");
      if (!at.d) continue;
      sum.textContent = `${add(uses.map(([, to, k]) => at.p[to][k]))} = ${at.g[from]}`;
      const room = (place.querySelector(".pill")?.getAttribute("width") as unknown as number) - 8; // changed inputs make it longer
      if (textWidth(sum.textContent, SIZES.unit) > room) sum.textContent = `Σ = ${at.g[from]}`;
    }
    slope.replaceChildren(...(at.d && back && group ? slopes(group) : []));
  }

  function bringIntoView(place: Element) {
    const [at, room] = [place, card].map((element) => element.getBoundingClientRect());
    if (at.left < room.left || at.right > room.right) {
      card.scrollLeft += (at.left + at.right - room.left - room.right) / 2;
    }
  }

  /** The local derivatives above the node of this step. */
  function slopes({ at: name, nodes: [node, more] }: Step) {
    if (more !== undefined) return [];
    const { firstChild } = places.find(
      (place) => place.getAttribute("data-node") === name,
    ) as Element;
    const { x, y } = topOf(firstChild as Element);
    const parts = nodes[node].o.flatMap((operand, k) =>
      (operand as number[]).length
        ? []
        : [`∂/∂${nodes[operand as number].n} = ${(at.d as string[][])[node][k]}`],
    );
    // To the right, since lines come in from the left, but not beyond the drawing's edge.
    const widest = Math.max(...parts.map((part) => textWidth(part, SIZES.unit, true)));
    const left = Math.max(0, Math.min(x - 14, right - widest));
    return parts.map((part, i) => {
      const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
      text.setAttribute("class", "slope");
      text.setAttribute("x", left);
      text.setAttribute("y", y - 9 - 16 * (parts.length - 1 - i));
      text.textContent = part;
      return text;
    });
  }

  function show(
    line: Element,
    kind: "forward" | "backward",
    on: boolean,
    value: string | null | undefined,
  ) {
    for (const text of line.querySelectorAll(`.${kind},.${kind}-shape`)) {
      text.classList.toggle("off", !on);
      if (at.d) text.textContent = value as string;
    }
    for (const part of line.querySelectorAll(`.${kind}-line,.${kind}-head`)) {
      part.classList.toggle("faint", !on);
    }
  }

  /** Follows new inputs; says whether they have finite results. */
  function recompute(inputs: number[]): Found | undefined {
    const found = compute(nodes, inputs, (model as LiveModel).dout ?? 0);
    if (!found) return undefined;
    const texts = (list: number[][]) => list.map((part) => part.map(formatNumber));
    const [v, g] = texts([found.values, found.gradients]);
    at = { v, g, p: texts(found.sent), d: texts(found.slopes) };
    go(step);
    return found;
  }

  // Runs whenever it comes into sight: a notebook takes what is scrolled away out of its page.
  const watch = new ResizeObserver(() => {
    theme();
    card.tabIndex = card.scrollWidth > card.clientWidth ? 0 : -1; // what scrolls needs the keyboard
    for (const place of card.querySelectorAll(".now")) bringIntoView(place);
  });
  function theme() {
    if (host.isConnected) host.classList.toggle("dark", isDark(host.parentElement as Element));
    else {
      watch.unobserve(card); // or it would not tell of a return within the same frame
      watch.observe(card);
    }
  }
  watch.observe(card);
  image.after(host);
  image.style.display = "none";
  theme();
  for (const element of [document.documentElement, document.body]) {
    new MutationObserver(theme).observe(element, { attributes: true });
  }
  matchMedia("(prefers-color-scheme:dark)").addEventListener("change", theme);
  go(model.open ?? last);
}

/** The middle of the top of a circle or rectangle. */
function topOf(shape: Element) {
  const of = (name: string) => Number(shape.getAttribute(name)); // 0 for what it does not have
  return { x: of("cx") + of("x") + of("width") / 2, y: of("cy") - of("r") + of("y") };
}
