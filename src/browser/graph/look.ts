/** The live drawing's style: the picture's own, with colours that follow the page's theme. */
export const STYLE = `:host{display:block;color:var(--i);--p:#fff;--i:#1f2328;--q:#59636e;--s:#f3f6f9;--e:#d0d7de;--f:#0067a5;--b:#b84f00;font:15px system-ui,sans-serif}
:host(.dark){--p:#161b22;--i:#e6edf3;--q:#a3adb8;--s:#22272e;--e:#4d5661;--f:#6cb6ff;--b:#ffa657}
svg{max-width:100%;height:auto}svg>rect{fill:var(--p);stroke:var(--e)}text{fill:var(--i)}
.unit,.step,.forward-shape,.backward-shape{fill:var(--q)}.pill{fill:var(--s);stroke:var(--q)}.circle{fill:var(--p);stroke:var(--i)}
.forward-line{stroke:var(--f)}.backward-line{stroke:var(--b)}.forward,.forward-head{fill:var(--f)}.backward,.backward-head,.sum{fill:var(--b)}
.off{visibility:hidden}.faint{opacity:.25}.now .circle{stroke-width:4}.now.fw .circle{stroke:var(--f)}.now.bw .circle{stroke:var(--b)}
.step,.circle~.sum{stroke:var(--p)}.mark{stroke:var(--i)}.slope{text-anchor:start;font-size:13px;font-weight:bold;fill:var(--b);paint-order:stroke;stroke:var(--p);stroke-width:5px}
div{display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center;margin:6px 0}.bar{gap:6px}.bar input{flex:1;max-width:22em}
button,input{font:inherit;accent-color:var(--f)}button,input[type=number]{color:var(--i);background:var(--s);border:1px solid var(--q);border-radius:6px;padding:3px 10px}
input[type=number]{width:6em}input:invalid,[aria-invalid=true]{border:2px dashed var(--b)}:focus-visible{outline:2px solid var(--f);outline-offset:2px}
.card{display:block;overflow-x:auto;margin:0}@media print{.card svg{min-width:0!important}.bar,section,p{display:none}}
label{display:flex;flex-wrap:wrap;gap:6px;align-items:center}label input[type=range]{width:7em}p{margin:6px 0;min-height:1.4em}button:disabled{opacity:.45}`;

/** A field of a form takes numbers too: the DOM makes texts of them. */
export type Field = Omit<HTMLInputElement, "value"> & {
  get value(): string;
  set value(value: string | number);
};

interface Made extends Omit<HTMLElementTagNameMap, "input"> {
  input: Field;
}

/** An element with attributes and children. */
export function make<Tag extends keyof Made>(
  tag: Tag,
  attributes: Record<string, string | number>,
  ...children: (Node | string)[]
): Made[Tag] {
  const element = document.createElement(tag as string);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element as unknown as Made[Tag];
}

/** Whether an element stands on a dark page: its text is light there. */
export function isDark(element: Element): boolean {
  const [r, g, b] = getComputedStyle(element).color.match(/[\d.]+/g) as unknown as number[]; // arithmetic makes numbers of them
  return 0.3 * r + 0.6 * g + 0.1 * b > 140;
}
