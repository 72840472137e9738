/** One output as it stands on the page: how it is marked, and what can be read there. */
export interface Shown {
  kind: "stdout" | "stderr" | "error" | "display" | "result";
  text: string;
}

/**
 * A function of the page that reads an output's element: texts of `<pre>` as they are, of other elements
 * with single spaces; what cannot be written as text stands in brackets, from what the page has drawn.
 */
const READ = `(root) => {
  const numbers = (values) => values.map((value) => Number(value.toPrecision(3))).join();
  const textsIn = (drawing) => [...drawing.querySelectorAll("text")].map((text) => text.textContent).join(" ");
  const svg = (node) => "[svg " + node.getAttribute("width") + "x" + node.getAttribute("height") + ":" + textsIn(node) + "]";
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent.replace(/\\s+/g, " ");
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    const name = node.localName;
    if (name === "pre") return node.textContent;
    if (node.matches(".js-plotly-plot")) {
      if (node.querySelector(".main-svg") === null) return "[no chart yet]";
      const lines = node.data.map((curve) => curve.name + " " + numbers([...curve.y]));
      return "[chart " + node.querySelector(".gtitle").textContent + ": " + lines.join("; ") + "]";
    }
    if (node.matches("[data-lm-suppress-shortcuts]")) {
      const texts = [...node.shadowRoot.querySelectorAll("svg text")].map((text) => text.textContent);
      return "[drawing " + texts.filter((text) => text.includes(" = ")).join(", ") + "]";
    }
    if (node.matches(".katex")) return "[tex:" + node.querySelector("annotation").textContent + "]";
    if (name === "script") return node.type.startsWith("math/tex") ? "[tex:" + node.textContent + "]" : "";
    if (name === "style" || node.matches(".MathJax_Preview, .MathJax, .jp-InternalAnchorLink, .anchor-link")) return "";
    if (name === "svg") return svg(node);
    if (name === "img") {
      // The still picture of a chart that has become live.
      if (getComputedStyle(node).display === "none") return "";
      const [, code] = /^data:image\\/svg\\+xml(.*)$/s.exec(node.src) ?? [];
      if (code === undefined) return "[image " + node.naturalWidth + "x" + node.naturalHeight + "]";
      const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
      const text = code.startsWith(";base64,") ? new TextDecoder().decode(bytes(code.slice(8)))
        : decodeURIComponent(code.slice(code.indexOf(",") + 1));
      return svg(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
    }
    const inner = [...node.childNodes].map(read).join("");
    return ["b", "i", "em", "strong"].includes(name) ? "[" + name + ":" + inner + "]" : inner;
  };
  const pre = root.querySelector(":scope > pre");
  return pre === null ? read(root).trim() : read(pre);
}`;

/** A script that gives what the notebook page shows of each cell. */
export const SHOWN_IN_PAGE = `openNotebook.panel.content.widgets.map(({ node }) =>
  [...node.querySelectorAll(".jp-OutputArea-output")].map((output) => {
    const child = output.closest(".jp-OutputArea-child");
    const mime = output.dataset.mimeType ?? "";
    const kind = child.classList.contains("jp-OutputArea-executeResult") ? "result"
      : mime.endsWith("stdout") ? "stdout"
      : mime.endsWith("stderr") || mime.endsWith("error") ? "stderr"
      : "display";
    return { kind, text: (${READ})(output) };
  }))`;

/** A script that gives what the classic Notebook shows of each cell. */
export const SHOWN_IN_CLASSIC = `Jupyter.notebook.get_cells().map((cell) =>
  [...cell.output_area.element[0].querySelectorAll(".output_area")].map((area) => {
    const output = area.querySelector(".output_subarea");
    const is = (name) => output.classList.contains(name);
    const kind = is("output_stdout") ? "stdout" : is("output_stderr") ? "stderr"
      : is("output_error") ? "error"
      : area.querySelector(".output_prompt") !== null ? "result" : "display";
    return { kind, text: (${READ})(output) };
  }))`;

/** Neighbours of one kind as one: a front end may show a long text in parts. */
export function joinShown(all: Shown[]): Shown[] {
  const whole: Shown[] = [];
  for (const one of all) {
    const last = whole.at(-1);
    if (last?.kind === one.kind && (one.kind === "stdout" || one.kind === "stderr"))
      last.text += one.text;
    else whole.push({ ...one });
  }
  return whole;
}
