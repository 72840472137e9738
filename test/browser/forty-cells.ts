/**
 * What a cell shows, as one who reads the cell knows it. Texts are those of a terminal: after `\r` and
 * `\b`, without colours.
 */
export type Expected =
  | { kind: "stdout" | "stderr"; text: string }
  /** The reader is asked, and answers. */
  | { kind: "asked"; prompt: string; answer: string; password: boolean }
  /** An error, and what has to be in its traceback. */
  | { kind: "error"; ename: string; evalue: string | RegExp; lines: string[] }
  /** A display, or a result: what of its bundle can be written down, and what the page shows of it. */
  | { kind: "display" | "result"; data: Record<string, unknown>; shows: string };

export interface FortyCell {
  name: string;
  source: string;
  shows: Expected[];
  /** A line that the page opens to the kernel once the cell has ended: what it sends, and what has to come back. */
  comm?: { target: string; sends: Record<string, unknown>; gets: Record<string, unknown> };
}

const out = (text: string): Expected => ({ kind: "stdout", text });
const err = (text: string): Expected => ({ kind: "stderr", text });
const asked = (prompt: string, answer: string, password = false): Expected => ({
  kind: "asked",
  prompt,
  answer,
  password,
});
const error = (ename: string, evalue: string | RegExp, ...lines: string[]): Expected => ({
  kind: "error",
  ename,
  evalue,
  lines,
});
const display = (shows: string, data: Record<string, unknown>): Expected => ({
  kind: "display",
  data,
  shows,
});
const words = (text: string): Expected => display(text, { "text/plain": text });
const result = (text: string): Expected => ({
  kind: "result",
  data: { "text/plain": text },
  shows: text,
});

const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join("");

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><text x="2" y="15">drawn</text></svg>';
/** Two points wide and one high: red, blue. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DA8J8BAAUAAf8iCqIxAAAAAElFTkSuQmCC";

/** Forty cells, run from the first to the last. All that a cell can show is in one of them. */
export const FORTY_CELLS: FortyCell[] = [
  {
    name: "one line",
    source: `const wait = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));
console.log("one line");`,
    shows: [out("one line\n")],
  },
  {
    name: "lines over time",
    source: `for (let i = 0; i < 4; i++) {
  console.log("epoch", i);
  await wait(100);
}`,
    shows: [out("epoch 0\nepoch 1\nepoch 2\nepoch 3\n")],
  },
  {
    name: "dots over time, without a line break",
    source: `for (let i = 0; i < 5; i++) {
  process.stdout.write(".");
  await wait(80);
}
console.log(" done");`,
    shows: [out("..... done\n")],
  },
  {
    name: "thirty short lines, fast",
    source: `for (let epoch = 1; epoch <= 30; epoch++) {
  console.log("epoch", epoch, "loss", (1 / epoch).toFixed(3));
  await wait(20);
}`,
    shows: [out(lines(30, (i) => `epoch ${i + 1} loss ${(1 / (i + 1)).toFixed(3)}`))],
  },
  {
    name: "characters of several bytes, a byte at a time",
    source: `for (const byte of Buffer.from("역전파 ∂L/∂x 😀\\n")) {
  process.stdout.write(Uint8Array.of(byte));
  await wait(15);
}`,
    shows: [out("역전파 ∂L/∂x 😀\n")],
  },
  {
    name: "the two halves of a character, as texts of their own",
    source: `process.stdout.write("\\ud83d");
await wait(80);
console.log("\\ude00 and whole: 😀");`,
    // Node writes U+FFFD for a half, to files and terminals too.
    shows: [out("\ufffd\ufffd and whole: 😀\n")],
  },
  {
    name: "progress on one line",
    source: `for (const percent of [0, 20, 40, 60, 80, 100]) {
  process.stdout.write("\\r" + percent + " %");
  await wait(60);
}
console.log("\\ntrained");`,
    shows: [out("100 %\ntrained\n")],
  },
  {
    name: "a line that is overwritten by shorter ones",
    source: `for (const text of ["abcdefg", "abcdef", "abcde", "abcd", "abc", "ab", "end"]) {
  process.stdout.write("\\r" + text);
  await wait(60);
}`,
    shows: [out("enddefg")],
  },
  {
    name: "line ends of Windows, also cut in two",
    source: `process.stdout.write("first\\r");
await wait(80);
process.stdout.write("\\nsecond\\r\\n");
await wait(80);
console.log("third\\r");`,
    shows: [out("first\nsecond\nthird\n")],
  },
  {
    name: "a sign that turns, by backspaces",
    source: `process.stdout.write("working |");
for (const sign of ["/", "-", "\\\\", "|"]) {
  await wait(60);
  process.stdout.write("\\b" + sign);
}
console.log("\\bok");`,
    shows: [out("working ok\n")],
  },
  {
    name: "stderr between stdout",
    source: `console.log("a");
console.error("b");
await wait(80);
console.error("c");
console.log("d");
await wait(80);
console.log("e");`,
    shows: [out("a\n"), err("b\nc\n"), out("d\ne\n")],
  },
  {
    name: "stderr over time",
    source: `for (const text of ["e1", "e2", "e3", "e4"]) {
  console.error(text);
  await wait(80);
}`,
    shows: [err("e1\ne2\ne3\ne4\n")],
  },
  {
    name: "two thousand lines at once",
    source: `for (let i = 0; i < 2000; i++) console.log("line", i);`,
    shows: [out(lines(2000, (i) => `line ${i}`))],
  },
  {
    name: "one long line",
    source: `console.log("😀한".repeat(12_000));`,
    shows: [out(`${"😀한".repeat(12_000)}\n`)],
  },
  {
    name: "a long table in pieces that end inside a line",
    source: `const table = Array.from({ length: 300 }, (_, i) => "row " + i + " " + "x".repeat(80) + "\\n").join("");
for (let at = 0; at < table.length; at += 3001) {
  process.stdout.write(table.slice(at, at + 3001));
  await wait(30);
}`,
    shows: [out(lines(300, (i) => `row ${i} ${"x".repeat(80)}`))],
  },
  {
    name: "colours, with a sign of colour cut in two",
    source: `process.stdout.write("\\x1b[3");
await wait(80);
process.stdout.write("1mred\\x1b[39m and plain\\n");
await wait(80);
console.log("\\x1b[1;34mblue\\x1b[0m");`,
    shows: [out("red and plain\nblue\n")],
  },
  {
    name: "text that looks like HTML, blank lines and tabs",
    source: `console.log("<b>not bold</b> &amp; a\\tb");
await wait(80);
console.log("\\n\\n  https://example.org/?a=1&b=2  ");
await wait(80);
console.log("</pre><script>document.title = 'no'</script>");`,
    shows: [
      out(
        "<b>not bold</b> &amp; a\tb\n\n\n  https://example.org/?a=1&b=2  \n</pre><script>document.title = 'no'</script>\n",
      ),
    ],
  },
  {
    name: "text after clearOutput()",
    source: `console.log("goes");
await wait(80);
clearOutput();
console.log("stays");
await wait(80);
console.log("stays too");`,
    shows: [out("stays\nstays too\n")],
  },
  {
    name: "pictures of a film, by clearOutput(true)",
    source: `for (let frame = 1; frame <= 5; frame++) {
  clearOutput(true);
  console.log("frame", frame);
  display({ "text/plain": "picture " + frame });
  await wait(60);
}
console.log("the end");`,
    shows: [out("frame 5\n"), words("picture 5"), out("the end\n")],
  },
  {
    name: "clearOutput(true) with nothing after it",
    source: `console.log("stays");
await wait(80);
clearOutput(true);`,
    shows: [out("stays\n")],
  },
  {
    name: "updates of a display that was cleared",
    source: `const cleared = display({ "text/plain": "goes" });
await wait(80);
clearOutput();
display({ "text/plain": "in its place" });
cleared.update({ "text/plain": "goes nowhere" });
console.log("after");`,
    shows: [words("in its place"), out("after\n")],
  },
  {
    name: "an error at run time, after text",
    source: `console.log("before");
await wait(80);
console.log("still before");
function positive(x: number): number {
  if (x < 0) throw new RangeError("expected a positive x, but got " + x);
  return x;
}
positive(-1);
console.log("never");`,
    shows: [
      out("before\nstill before\n"),
      error(
        "RangeError",
        "expected a positive x, but got -1",
        'if (x < 0) throw new RangeError("expected a positive x, but got " + x);',
        "cell [22]:5",
        "cell [22]:8",
      ),
    ],
  },
  {
    name: "a type error",
    source: `console.log("never printed");
const price: number = "two";`,
    shows: [
      error(
        "TypeScriptError",
        /Type 'string' is not assignable to type 'number'/,
        'const price: number = "two";',
      ),
    ],
  },
  {
    name: "a syntax error",
    source: "const open = [1, 2;",
    shows: [error("SyntaxError", /',' expected/, "const open = [1, 2;")],
  },
  {
    name: "a rejection that nobody handles",
    source: `void Promise.reject(new Error("nobody waits for this"));
console.log("goes on");`,
    shows: [out("goes on\n"), error("Error", "nobody waits for this", "cell [25]:1")],
  },
  {
    name: "a text that is thrown, after stderr",
    source: `console.error("about to fail");
throw "only a text";`,
    shows: [
      err("about to fail\n"),
      error("Thrown", "'only a text'", "Only an Error tells its line"),
    ],
  },
  {
    name: "HTML, Markdown and LaTeX",
    source: `display({ "text/html": "<p>plain and <b>bold</b></p>", "text/plain": "words" });
display({ "text/markdown": "*slanted* and **bold**" });
display({ "text/latex": "$\\\\frac{\\\\partial L}{\\\\partial x}$" });`,
    shows: [
      display("plain and [b:bold]", {
        "text/html": "<p>plain and <b>bold</b></p>",
        "text/plain": "words",
      }),
      display("[em:slanted] and [strong:bold]", {
        "text/markdown": "*slanted* and **bold**",
      }),
      display("[tex:\\frac{\\partial L}{\\partial x}]", {
        "text/latex": "$\\frac{\\partial L}{\\partial x}$",
      }),
    ],
  },
  {
    name: "SVG, PNG and JSON",
    source: `display({ "image/svg+xml": ${JSON.stringify(SVG)} });
display({ "image/png": Buffer.from(${JSON.stringify(PNG)}, "base64") }, { metadata: { "image/png": { width: 40 } } });
display({ "application/json": { a: [1, null, "b\\n"] }, "text/plain": "as words" });`,
    shows: [
      display("[svg 60x20:drawn]", { "image/svg+xml": SVG }),
      display("[image 2x1]", { "image/png": PNG }),
      display("as words", {
        "application/json": { a: [1, null, "b\n"] },
        "text/plain": "as words",
      }),
    ],
  },
  {
    name: "a handle that is updated over time, between texts",
    source: `console.log("above");
const bar = display("0 %");
console.log("below");
for (const percent of [25, 50, 100]) {
  await wait(60);
  bar.update(percent + " %");
  console.log("at", percent);
}`,
    shows: [out("above\n"), words("'100 %'"), out("below\nat 25\nat 50\nat 100\n")],
  },
  {
    name: "a display with a name",
    source: `display({ "text/plain": "one" }, { displayId: "named" });
display({ "text/plain": "the same" }, { displayId: "named" });
console.log("below");`,
    // A later cell updates both.
    shows: [words("three"), words("three"), out("below\n")],
  },
  {
    name: "an update of another cell's display, and a number as result",
    source: `console.log("updating");
display({ "text/plain": "two" }, { displayId: "named", update: true });
6 * 7`,
    shows: [out("updating\n"), result("42")],
  },
  {
    name: "a display that another cell has shown, and an object as result",
    source: `display({ "text/plain": "three" }, { displayId: "named" });
({ layers: ["Affine1", "Relu1"], sizes: new Map([["W1", [784, 50]]]), none: null })`,
    shows: [
      words("three"),
      result(
        "{\n  layers: [ 'Affine1', 'Relu1' ],\n  sizes: Map(1) { 'W1' => [ 784, 50 ] },\n  none: null\n}",
      ),
    ],
  },
  {
    name: "the library's progress",
    source: `import { liveChart, progress } from "backprop";
for (const step of progress(4, "step")) {
  if (step === 2) console.log("half");
  await wait(120);
}`,
    shows: [display("step: 4 of 4", { "text/plain": "step: 4 of 4" }), out("half\n")],
  },
  {
    name: "a chart that grows",
    source: `const chart = liveChart({ title: "Loss", x: "step", series: ["loss", "accuracy"] });
for (let step = 1; step <= 4; step++) {
  chart.add(step, { loss: 1 / step, accuracy: step / 4 });
  await wait(120);
}
chart.end();`,
    shows: [
      display("[chart Loss: loss 1,0.5,0.333,0.25; accuracy 0.25,0.5,0.75,1]", {}),
      display("step 4: loss 0.25, accuracy 1", {
        "text/plain": "step 4: loss 0.25, accuracy 1",
      }),
    ],
  },
  {
    name: "a drawing",
    source: `import { graph, show } from "backprop";
const g = graph();
g.mul(g.input("apple", 100), g.input("count", 2), "price");
g.forward();
g.backward();
show(g);`,
    shows: [display("[drawing ∂/∂apple = 2, ∂/∂count = 100]", {})],
  },
  {
    name: "a result that shows itself as HTML, after text",
    source: `console.log("before");
await wait(80);
({ async [Symbol.for("Jupyter.display")]() { return { "text/html": "<i>itself</i>", "text/plain": "itself" }; } })`,
    shows: [
      out("before\n"),
      {
        kind: "result",
        data: { "text/html": "<i>itself</i>", "text/plain": "itself" },
        shows: "[i:itself]",
      },
    ],
  },
  {
    name: "questions, between texts",
    source: `console.log("hello");
const reader = prompt("Your name?");
console.log("hello", reader);
const language = prompt("Your language?", "en");
console.log("in", language);`,
    shows: [
      out("hello\n"),
      asked("Your name?", "Ada 한"),
      out("hello Ada 한\n"),
      asked("Your language?", ""),
      out("in en\n"),
    ],
  },
  {
    name: "a question for a password",
    source: `prompt("Password:", { password: true }).length`,
    shows: [asked("Password:", "open sesame", true), result("11")],
  },
  {
    name: "text of a timer after the cell's end",
    source: `let isLate = false;
setTimeout(() => console.log("late"), 150);
setTimeout(() => { console.log("later"); isLate = true; }, 300);
"ended"`,
    shows: [result("'ended'"), out("late\nlater\n")],
  },
  {
    name: "a line to the page",
    source: `comms.register("doubler", (comm) =>
  comm.onMessage(({ data }) => comm.send({ twice: 2 * (data.n as number) })));
while (!isLate) await wait(10);
console.log("listening");`,
    shows: [out("listening\n")],
    comm: { target: "doubler", sends: { n: 20 }, gets: { twice: 40 } },
  },
];
