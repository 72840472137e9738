import { rmSync } from "node:fs";
import type { NdArray } from "../../../src/arrays/nj";
import { stepWords } from "../../../src/graph/drawing/step-words";
import type { NodeLayer } from "../../../src/graph/operation";
import type { diagnose, Owed } from "../../../src/judging/diagnose";
import { wrongForm } from "../../../src/judging/finding";
import type { ChoiceTask } from "../../../src/judging/judge-choice";
import type { GuessTask } from "../../../src/judging/judge-guess";
import type { Outcome } from "../../../src/judging/result";
import { Stop, type Verdict } from "../../../src/judging/verdict";
import type { NumberOrArray } from "../../../src/layers/each";
import { DISPLAY, type Displayable, type MimeBundle } from "../../../src/show/displayable";
import { figureWords } from "../../../src/show/figure-words";
import { progressWords } from "../../../src/show/progress-words";
import type { Language } from "../../../src/text/languages";
import { shownBy } from "../judging/showing";
import { readLesson, runLesson, solutionsIn } from "../lessons/run-lesson";
import { CALLS, messageOf, openFolder } from "./failing-calls";

/**
 * A program: says what the library can say in the language that its argument names, and prints it as
 * JSON, by kind. The judges are watched while they judge the lessons' solutions: each wrong formula and
 * each wrong choice that they know is then given as an answer.
 */

// Loaded with the first exercise, and by then watched.
const ROOM = "../../../src/judging";
const library = require("../../../src/index.js") as typeof import("../../../src/index");
const { findExercise } = require("../../../src/lessons/exercises.js");
const { judge } = require("../../../src/lessons/judge.js");
const { LESSONS } =
  require("../../../src/lessons/lessons.js") as typeof import("../../../src/lessons/lessons");
const { verdictBundle } = require(`${ROOM}/verdict-card.js`);

const { graph, nj, todo } = library;
const language = process.argv[2] as Language;
const said: Record<string, Set<string>> = {};
const causes = new Set<string>();

function keep(kind: string, ...texts: string[]): void {
  said[kind] ??= new Set();
  for (const text of texts) said[kind].add(text);
}

/** All words of what a cell shows: its text, and of a page what is read and what is read aloud. */
function wordsOf(bundle: MimeBundle): string[] {
  const {
    "text/plain": plain,
    "text/html": html,
    "application/vnd.plotly.v1+json": figure,
  } = bundle;
  const titles = [...JSON.stringify(figure ?? {}).matchAll(/"(?:text|name|title)":"([^"]*)"/g)];
  return [String(plain), ...wordsOn(String(html ?? "")), ...titles.map(([, title]) => title)];
}

function wordsOn(html: string): string[] {
  const page = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<code>.*?<\/code>/g, "`…`");
  const pictures = [...page.matchAll(/src="data:image\/svg\+xml;base64,([^"]*)"/g)];
  const inside = pictures.flatMap(([, data]) => wordsOn(Buffer.from(data, "base64").toString()));
  const read = [...page.matchAll(/\s(?:title|alt|aria-label|aria-valuetext)="([^"]*)"/g)];
  const texts = page.replace(/<[^>]*>/g, "\n").split("\n");
  return [...texts, ...read.map(([, text]) => text), ...inside].map(plainText).filter(Boolean);
}

const plainText = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .trim();

const shown = (kind: string, run: () => void) => {
  for (const bundle of shownBy(run)) keep(kind, ...wordsOf(bundle));
};
const display = (kind: string, it: Displayable) =>
  keep(kind, ...wordsOf(it[DISPLAY]() as MimeBundle));

/** The exercises of which a wrong layer was drawn beside the right one. */
const drawn = new Set<string>();

function verdict(one: Verdict): void {
  if (one.cause !== undefined) causes.add(one.cause);
  keep("verdicts", ...wordsOf(verdictBundle(one)));
  if (one.comparison === undefined || drawn.has(one.exercise)) return;
  try {
    display("comparisons", one.comparison());
    drawn.add(one.exercise);
  } catch (thrown) {
    // It runs the answer, which may fail.
    keep("errors", (thrown as Error).message);
  }
}

/** What a judge compared: the arguments of `diagnose`. */
type Compared = Parameters<typeof diagnose>;
const compared: Compared[] = [];
const guesses: [task: GuessTask, judge: (answer: unknown) => void][] = [];
const choices: [task: ChoiceTask<string>, judge: (answer: unknown) => void][] = [];

/** Puts functions in the place of a module's own, for all who load it from now on. */
function watch(name: string, by: (own: Record<string, CallableFunction>) => object): void {
  const path = require.resolve(`${ROOM}/${name}.js`);
  const own = require(path);
  const entry = require.cache[path] as NodeJS.Module;
  entry.exports = { ...own, ...by(own) };
}

watch("diagnose", (own) => ({
  diagnose: (...args: Compared) => {
    compared.push(args);
    own.diagnose(...args);
  },
}));
watch("judge-guess", (own) => ({
  judgeGuess: (task: GuessTask, answer: unknown) => {
    guesses.push([task, (guess) => own.judgeGuess(task, guess)]);
    own.judgeGuess(task, answer);
  },
}));
watch("judge-choice", (own) => ({
  judgeChoice: (task: ChoiceTask<string>, answer: unknown) => {
    choices.push([task, (choice) => own.judgeChoice(task, choice)]);
    own.judgeChoice(task, answer);
  },
}));

function forget(): void {
  for (const list of [compared, guesses, choices]) list.length = 0;
}

/** The verdict in which judging ends. */
function judged(exercise: string, run: () => void): void {
  try {
    run();
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    verdict({ exercise, ...thrown.finding });
  }
}

/** Gives each wrong answer that the judges seen so far know. */
function sayWrongAnswers(exercise: string): void {
  const { diagnose: compare } = require(`${ROOM}/diagnose.js`);
  for (const [place, owed, trials, right, names] of compared.splice(0)) {
    const results = [
      ...(owed.likely ?? []).map(([, formula]) => formula),
      ...[
        () => Number.NaN,
        () => 7,
        () => nj.zeros([2, 2], "float64"),
        () => nj.zeros([1, 3], "float64"),
      ],
    ] as Owed<object>["right"][];
    for (const result of results)
      judged(exercise, () =>
        compare(
          place,
          owed,
          trials,
          trials.map((trial) => attempted(result, trial)),
          names,
        ),
      );
    // The first value right, the others as there.
    judged(exercise, () =>
      compare(
        place,
        owed,
        trials,
        trials.map(() => right[0]),
        names,
      ),
    );
  }
  for (const [{ likely }, judgeIt] of guesses.splice(0))
    for (const guess of [...likely.map(([, value]) => value), -1234.5, "7", {}, undefined])
      judged(exercise, () => judgeIt(guess));
  for (const [{ decisions, choices: all }, judgeIt] of choices.splice(0)) {
    const right = Object.fromEntries(
      Object.entries(decisions).map(([name, one]) => [name, one.right]),
    );
    for (const name of Object.keys(decisions))
      for (const choice of [...all, "nothing", undefined, 3])
        judged(exercise, () => judgeIt({ ...right, [name]: choice }));
  }
}

/** What a formula makes of a trial; where it throws, what judges make of an answer that throws. */
function attempted(formula: (trial: object) => NumberOrArray, trial: object): Outcome {
  try {
    return formula(trial);
  } catch {
    return wrongForm({ layer: "Mine", method: "backward" }, "error-thrown", "x");
  }
}

const raise = (thrown: unknown): never => {
  throw thrown;
};
const always = (value: unknown) =>
  class {
    forward = () => value;
    backward = () => value;
    update = () => value;
  };

/** Answers of all kinds, right in none of the exercises. */
const ODD: unknown[] = [
  ...[undefined, null, Number.NaN, "text", Symbol("x"), 3n, {}, [1, 2], new Proxy({}, {}), /x/],
  ...[
    () => undefined,
    () => 3,
    () => "3",
    () => [1, 2],
    () => ({}),
    () => nj.zeros([2, 3], "float64"),
  ],
  ...[async () => 3, () => Promise.resolve(1), () => raise(new RangeError("x")), () => raise(null)],
  ...[() => todo(), () => graph(), () => graph().input("x", 1), function* () {}, () => new Map()],
  ...[() => [nj.zeros([1], "float64"), nj.zeros([1], "float64")], () => [1, 2, 3]],
  ...[class {}, always(3), always(undefined), always("3"), always(Number.NaN), always([[1], [2]])],
  ...[always(nj.zeros([2, 3], "float64")), always(Promise.resolve(1)), always({})],
  class {
    forward = () => todo();
  },
  class {
    constructor() {
      raise(new Error("x"));
    }
    forward(): void {}
    backward(): void {}
  },
  class {
    forward = 3;
    backward = 4;
  },
  class {
    forward(x: unknown): unknown {
      return x;
    }
  },
  class {
    forward(x: unknown): unknown {
      return x;
    }
    backward(dout: unknown): unknown {
      return [dout, dout];
    }
  },
  class {
    constructor(readonly given: unknown) {}
    forward(): void {}
    backward(): void {}
  },
  new (class {
    forward(): void {}
    backward(): void {}
  })(),
];

/** Layers that are right but for one of their methods. */
function brokenIn(right: unknown): unknown[] {
  if (typeof right !== "function" || !String(right).startsWith("class")) return [];
  // biome-ignore lint/suspicious/noExplicitAny: a class of the lesson's
  const Right = right as new (...given: any[]) => any;
  const results = [
    todo,
    () => undefined,
    () => "3",
    () => 3,
    () => [3, 3],
    () => raise(new Error("x")),
  ];
  return results.flatMap((result) => [
    class extends Right {
      forward = result;
    },
    class extends Right {
      backward = result;
    },
    class extends Right {
      update = result;
    },
  ]);
}

for (const { number, exercises } of LESSONS) {
  library.lesson(number, language);
  const lesson = readLesson(number);
  const printed = runLesson(lesson, language, true, (bundle) => keep("cells", ...wordsOf(bundle)));
  keep("cells", ...printed.values());
  library.lesson(number, language);
  const solutions = solutionsIn(lesson);
  for (const [id, { hints }] of Object.entries(exercises)) {
    const right = solutions[findExercise("said", id).name];
    forget();
    verdict(judge(id, right));
    sayWrongAnswers(id);
    for (const answer of [...ODD, ...brokenIn(right)]) verdict(judge(id, answer));
    for (const _ of [...hints, "the last"]) shown("hints", () => library.hint(id));
  }
}
library.lesson("12", language);
shown("scorecard", () => library.scorecard());
display("map", library.lessonMap());

// Graphs: none, not run, run, folded, of arrays; each beside another one.
const empty = graph();
const notRun = graph();
notRun.mul(notRun.input("x", 2), notRun.input("y", 3), "out");
const folded = graph();
const first = folded.add(folded.input("x", 1, "m"), 1, "a");
folded.fold("rest", [folded.mul(folded.exp(first, "b"), first, "c")]);
folded.forward();
folded.backward(2);
const matrices = graph();
matrices.exp(
  matrices.dot(matrices.input("X", [[1, -2]]), matrices.input("W", [[3], [4]]), "p"),
  "out",
);
matrices.forward();
matrices.backward([[1]]);
for (const g of [empty, notRun, folded, matrices]) {
  display("graphs", g);
  keep("graphs", String(g), ...Object.values(stepWords()));
}
const two = ["add", "sub", "mul", "div", "max"] as const;
for (const name of [...two, "exp", "log", "pow"] as const) {
  const g = graph();
  const [x, y] = [g.input("x", 3), name === "exp" || name === "log" ? 0 : g.input("y", 2)];
  if (name === "exp" || name === "log") g[name](x, "out");
  else if (name === "pow") g.pow(x, 2, "out");
  else g[name](x, y, "out");
  g.forward();
  g.backward(1);
  const own = g.layer("out");
  const given = g.nodes.filter(({ operation }) => operation === undefined).length;
  const none = given === 1 ? 0 : [0, 0];
  const ways: NodeLayer[] = [
    { forward: (...values: never[]) => own.forward(...values), backward: () => none as never },
    { forward: () => 77, backward: () => none as never },
  ];
  for (const mine of ways) display("comparisons", library.compare(g, mine));
  display("comparisons", library.compare(g, g));
}
const [right, wrong] = [1, 2].map((times) => {
  const g = graph();
  const x = g.input("x", 3);
  g.add(g.mul(x, x, "a"), times === 1 ? x : g.sub(x, 0, "b"), "out");
  return g;
});
display("comparisons", library.compare(right, wrong));

const square = { forward: (x: number) => x * x, backward: (dout: number) => dout };
const writing = {
  forward: (x: NdArray) => x,
  backward: (dout: NdArray) => dout.assign(nj.zeros(dout.shape, "float64"), false),
};
const net = library.multiLayerNet([2, 8, 2]);
const { x: points, t: labels } = library.twoMoons({ count: 6 }).batch([0, 1, 2, 3]);
for (const report of [
  library.gradientCheck(new library.MulLayer(), [3, -4]),
  library.gradientCheck(new library.Relu(), [[0, 1, -1]]),
  library.gradientCheck(square, [3]),
  library.gradientCheck(writing as never, [[[1, -1]]]),
  library.gradientCheck(net, [points, labels], { most: 4 }),
])
  display("gradient checks", report);
shown("gradient checks", () => {
  library.gradientCheck(new library.Sigmoid(), [new library.Random(2).normal([1, 400])]);
});

for (const epochs of [3, 300]) {
  const trainer = new library.Trainer(net, library.twoMoons({ count: 10 }), {
    batchSize: 5,
    test: library.twoMoons({ count: 10 }),
  });
  shown("training", () => trainer.run(epochs));
  keep("training", String(trainer));
}
shown("progress", () => [...library.progress(3, "x")]);
for (const elapsed of [undefined, 3, 300, 30_000])
  keep("progress", progressWords({ label: "x", done: 5, total: 10, elapsed }));
keep("progress", progressWords({ label: "", done: 5 }));
shown("charts", () =>
  library
    .liveChart({ series: ["a", "b"], x: "x", y: "y" })
    .add(1, { a: 1 })
    .end(),
);
for (const type of ["scatter", "bar", "heatmap", "contour", "histogram", "box", "pie"])
  for (const values of [
    {},
    { y: [1, 2] },
    {
      x: [0, 5],
      y: ["a", "b"],
      z: [
        [1, 2],
        [3, 4],
      ],
      name: "a",
    },
  ])
    keep("charts", figureWords({ data: [{ type, ...values }], layout: { xaxis: { title: "x" } } }));
shown("charts", () => library.show({ data: [{ y: [1, 2] }] }));

const folder = openFolder();
try {
  for (const [run] of CALLS) {
    keep("errors", messageOf(run));
    library.lesson("05", language);
  }
  keep(
    "errors",
    messageOf(() => library.loadParameters(net, `${folder}/none.safetensors`)),
  );
  keep(
    "errors",
    messageOf(() => library.fails(() => 220)),
    messageOf(() => library.fails(async () => {})),
  );
  keep(
    "errors",
    messageOf(() => library.check("99-9", 1)),
    messageOf(() => library.hint("05-9")),
  );
} finally {
  rmSync(folder, { recursive: true });
}

const lists = Object.entries(said).map(([kind, texts]) => [kind, [...texts]]);
process.stdout.write(JSON.stringify({ said: Object.fromEntries(lists), causes: [...causes] }));
