import { readFileSync } from "node:fs";
import { expect } from "chai";
import ts from "typescript";
import { NdArray, nj } from "../../../../src/arrays/nj";
import type { DType } from "../../../../src/arrays/numjs-types";
import { Random } from "../../../../src/arrays/random";
import { inProject } from "../../../support/project";
import {
  at,
  type Case,
  cases,
  nested,
  placesOf,
  REPEATED,
  type Truth,
  TYPES,
  truthOf,
  whole,
} from "./truth";

const close = (got: number, wanted: number) =>
  Object.is(got, wanted) || got === wanted || Math.abs(got - wanted) <= 1e-6 * Math.abs(wanted);

/** Looks at each number through `get`, and at all of them through `tolist`. */
function expectTruth(got: NdArray, wanted: Truth): void {
  expect(got.shape, "shape").to.deep.equal([...wanted.shape]);
  for (const place of placesOf(wanted.shape)) {
    const [is, right] = [got.get(...place), at(wanted, place)];
    if (!close(is, right)) expect.fail(`at [${place}]: expected ${right}, but got ${is}`);
  }
  const all: Truth = { shape: wanted.shape, values: placesOf(got.shape).map((p) => got.get(...p)) };
  expect(got.tolist(), "tolist").to.deep.equal(nested(all));
}

function expectNumber(got: number, wanted: number): void {
  if (!close(got, wanted)) expect.fail(`expected ${wanted}, but got ${got}`);
}

const mapped = (truth: Truth, f: (value: number, row: number) => number): Truth => ({
  shape: truth.shape,
  values: truth.values.map(f),
});

const ELEMENTWISE = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  pow: (a: number, b: number) => a ** b,
  assign: (_: number, b: number) => b,
};
const SINGLE = { exp: Math.exp, log: Math.log, sqrt: Math.sqrt, round: Math.round };

/** The shapes in which so many numbers can be written. */
const shapesOf = (size: number) =>
  [
    [size],
    [size, 1],
    [1, size],
    [1, size, 1],
    [2, size / 2],
    [size / 3, 3],
    [2, 2, size / 4],
  ].filter((shape) => shape.every(Number.isInteger));

function product(a: Truth, b: Truth): Truth {
  const A = a.shape.length === 1 ? { ...a, shape: [1, a.shape[0]] } : a;
  const B = b.shape.length === 1 ? { ...b, shape: [b.shape[0], 1] } : b;
  const sums = truthOf([A.shape[0], B.shape[1]], ([i, j]) => {
    let sum = 0;
    for (let k = 0; k < A.shape[1]; k++) sum += at(A, [i, k]) * at(B, [k, j]);
    return sum;
  });
  const shape = [...a.shape.slice(0, -1), ...b.shape.slice(1)];
  return { ...sums, shape: shape.length === 0 ? [1] : shape };
}

/** What NumPy's number type would make of it is another question: the left operand's type holds it. */
const stored = (truth: Truth, { store }: Case) => mapped(truth, store);

/** Other numbers in the same shape, seen through a view of another kind. */
function partner({ truth }: Case, random: Random): { array: NdArray; truth: Truth } {
  const turned = [...truth.shape].reverse();
  const base = whole(Float64Array, turned, random);
  return {
    array: base.array.T,
    truth: truthOf(truth.shape, (place) => at(base.truth, [...place].reverse())),
  };
}

type Check = (one: Case, random: Random) => void;

const elementwise = (name: keyof typeof ELEMENTWISE): Check => {
  const f = ELEMENTWISE[name];
  return (one, random) => {
    const { array, truth, store } = one;
    const other = partner(one, random);
    const [result, half] = [
      mapped(truth, (a, i) => store(f(a, other.truth.values[i]))),
      mapped(truth, (a) => store(f(a, 0.5))),
    ];
    expectTruth(array[name](other.array), result);
    expectTruth(array[name](other.array, true), result);
    expectTruth(array[name](0.5), half);
    if (truth.values.length > 0) {
      expectTruth(array[name](nested(other.truth) as number[]), result);
    }
    if (truth.shape.length === 1) {
      expectTruth(array[name](Float64Array.from(other.truth.values)), result);
    }
    expectTruth(array, truth);
  };
};

const inPlace = (name: keyof typeof ELEMENTWISE): Check => {
  const f = ELEMENTWISE[name];
  return (one, random) => {
    const { array, truth, store } = one;
    const data = array.selection.data;
    const before = Array.from(data);
    const other = partner(one, random);
    expect(array[name](other.array, false)).to.equal(array);
    const result = mapped(truth, (a, i) => store(f(a, other.truth.values[i])));
    expectTruth(array, result);
    // Nothing beside the view has changed.
    const seen = new Set(
      placesOf(truth.shape).map((place) =>
        place.reduce(
          (sum, i, axis) => sum + i * array.selection.stride[axis],
          array.selection.offset,
        ),
      ),
    );
    for (const [i, value] of before.entries()) {
      if (!seen.has(i))
        expect(Object.is(data[i], value), `number ${i} beside the view`).to.equal(true);
    }
    array[name](0.5, false);
    expectTruth(
      array,
      mapped(result, (a) => store(f(a, 0.5))),
    );
  };
};

const single = (name: keyof typeof SINGLE): Check => {
  const f = SINGLE[name];
  return ({ array, truth, store }) => {
    const result = mapped(truth, (value) => store(f(value)));
    expectTruth(array[name](), result);
    expectTruth(array, truth);
    if (name !== "round") expectTruth(nj[name as "exp"](array), result);
  };
};

const views: Check = ({ array, truth }) => expectTruth(array, truth);
const extreme = (f: (...values: number[]) => number) => (truth: Truth) => f(...truth.values);

/** Each call that the types offer on an array. */
const METHODS: Record<string, Check> = {
  get: ({ array, truth }) => {
    for (const place of placesOf(truth.shape)) {
      const back = place.map((i, axis) => i - truth.shape[axis]);
      expectNumber(array.get(...back), at(truth, place));
    }
  },
  set: ({ title, array, truth, store }) => {
    if (title === REPEATED) return; // its rows are one
    for (const [i, place] of placesOf(truth.shape).entries()) {
      const given = i % 2 === 0 ? place : place.map((at_, axis) => at_ - truth.shape[axis]);
      array.set(...given, i % 100);
    }
    expectTruth(
      array,
      mapped(truth, (_, i) => store(i % 100)),
    );
  },
  tolist: ({ array, truth }) => expect(array.tolist()).to.deep.equal(nested(truth)),
  clone: ({ array, truth }) => {
    const copy = array.clone();
    expect(copy.dtype).to.equal(array.dtype);
    expectTruth(copy, truth);
    copy.assign(7, false);
    expectTruth(array, truth);
    expectTruth(
      copy,
      mapped(truth, () => 7),
    );
  },
  flatten: ({ array, truth }) => {
    const flat = { shape: [truth.values.length], values: truth.values };
    expectTruth(nj.flatten(array), flat);
    const copy = array.flatten();
    expectTruth(copy, flat);
    copy.assign(7, false);
    expectTruth(array, truth);
  },
  reshape: ({ array, truth }) => {
    for (const shape of shapesOf(truth.values.length)) {
      const wanted = { shape, values: truth.values };
      expectTruth(array.reshape(shape), wanted);
      expectTruth(array.reshape(...shape), wanted);
      expectTruth(array.clone().reshape(shape), wanted);
      expectTruth(nj.reshape(array, shape), wanted);
      if (truth.values.length > 0) expectTruth(array.reshape(-1, ...shape.slice(1)), wanted);
    }
  },
  // These make the views of the cases themselves.
  T: views,
  transpose: views,
  pick: views,
  lo: views,
  hi: views,
  step: views,
  dot: (one, random) => {
    const { array, truth } = one;
    const { shape } = truth;
    if (shape.length > 2) return;
    const inner = shape[shape.length - 1];
    for (const other of [[inner], [inner, 3], [inner, 1]]) {
      const base = whole(Float64Array, [...other].reverse(), random);
      const turned = truthOf(other, (place) => at(base.truth, [...place].reverse()));
      const wanted = stored(product(truth, turned), one);
      expectTruth(array.dot(base.array.T), wanted);
      expectTruth(nj.dot(array, base.array.T), wanted);
      if (inner > 0) expectTruth(array.dot(nested(turned) as number[]), wanted);
    }
    // On the other side, and with itself.
    const left = whole(Float64Array, [2, shape[0]], random);
    expectTruth(left.array.dot(array), product(left.truth, truth));
    if (shape[0] > 0) {
      expectTruth(nj.dot(nested(left.truth) as number[][], array), product(left.truth, truth));
    }
    if (shape.length === 1) expectTruth(array.dot(array), stored(product(truth, truth), one));
  },
  ...Object.fromEntries(
    Object.keys(ELEMENTWISE).map((name) => [name, elementwise(name as "add")] as const),
  ),
  ...Object.fromEntries(Object.keys(SINGLE).map((name) => [name, single(name as "exp")] as const)),
  negative: ({ array, truth, store }) => {
    const result = mapped(truth, (value) => store(-value));
    expectTruth(array.negative(), result);
    expectTruth(nj.negative(array), result);
  },
  sum: ({ array, truth }) => {
    const sum = truth.values.reduce((all, value) => all + value, 0);
    expect(array.sum()).to.be.closeTo(sum, 1e-9);
    expect(nj.sum(array)).to.be.closeTo(sum, 1e-9);
  },
  mean: ({ array, truth }) => {
    const sum = truth.values.reduce((all, value) => all + value, 0);
    const mean = sum / truth.values.length;
    for (const got of [array.mean(), nj.mean(array)]) {
      if (Number.isNaN(mean)) expect(got).to.be.NaN;
      else expect(got).to.be.closeTo(mean, 1e-9);
    }
  },
  max: ({ array, truth }) => {
    if (truth.values.length === 0) return;
    expectNumber(array.max(), extreme(Math.max)(truth));
    expectNumber(nj.max(array), extreme(Math.max)(truth));
  },
  min: ({ array, truth }) => {
    if (truth.values.length === 0) return;
    expectNumber(array.min(), extreme(Math.min)(truth));
    expectNumber(nj.min(array), extreme(Math.min)(truth));
  },
  equal: ({ array, truth }) => {
    expect(array.equal(array.clone())).to.equal(true);
    expect(nj.equal(array, array.clone())).to.equal(true);
    if (truth.values.length === 0) return;
    expect(array.equal(nested(truth) as number[])).to.equal(true);
    const last = placesOf(truth.shape)[truth.values.length - 1];
    const other = array.clone();
    other.set(...last, 99);
    expect(array.equal(other)).to.equal(false);
    expect(array.equal(array.reshape(1, ...truth.shape))).to.equal(false);
  },
  toString: ({ array, truth }: Case) => {
    // The text itself belongs to array-text.test.ts; here it has to hold the view's own numbers.
    const numbers = array.toString().match(/-?\d+(\.\d+)?(e[-+]\d+)?(?=[\],])/g) ?? [];
    if (truth.values.length === 0) return;
    expect(numbers.slice(0, truth.values.length).map(Number)).to.deep.equal(
      truth.values.map((value) => Number(value.toPrecision(8))),
    );
  },
};

/** Each call that the types offer on nj, as far as it is no method's twin. */
const FUNCTIONS: Record<string, Check> = {
  abs: ({ array, truth, store }) =>
    expectTruth(
      nj.abs(array),
      mapped(truth, (value) => store(Math.abs(value))),
    ),
  clip: ({ array, truth, store }) => {
    const clipped = (min: number, max: number) =>
      mapped(truth, (value) => store(Math.min(Math.max(min, value), max)));
    expectTruth(nj.clip(array), clipped(0, 1));
    expectTruth(nj.clip(array, -1), clipped(-1, 1));
    expectTruth(nj.clip(array, 1, 3), clipped(1, 3));
    expectTruth(nj.clip(array, undefined, 2), clipped(0, 2));
    expectTruth(array, truth);
  },
  ...Object.fromEntries(
    (["add", "subtract", "multiply", "divide", "power"] as const).map((name): [string, Check] => [
      name,
      (one, random) => {
        const { array, truth, store } = one;
        const f = ELEMENTWISE[name === "power" ? "pow" : name];
        const other = partner(one, random);
        const pairs = mapped(truth, (a, i) => store(f(a, other.truth.values[i])));
        expectTruth(nj[name](array, other.array), pairs);
        expectTruth(
          nj[name](array, 2),
          mapped(truth, (a) => store(f(a, 2))),
        );
        expectTruth(
          nj[name](2, array),
          mapped(truth, (a) => store(f(2, a))),
        );
        const backwards = mapped(truth, (a, i) => f(other.truth.values[i], a));
        expectTruth(nj[name](other.array, array), backwards);
      },
    ]),
  ),
  concatenate: (one, random) => {
    const { array, truth } = one;
    const other = partner(one, random);
    const [ndim, length] = [truth.shape.length, truth.shape[truth.shape.length - 1]];
    const joined = truthOf(truth.shape.with(-1, 2 * length), (place) => {
      const j = place[ndim - 1];
      return j < length ? at(truth, place) : at(other.truth, place.with(-1, j - length));
    });
    expectTruth(nj.concatenate(array, other.array), joined);
  },
  stack: (one, random) => {
    const { array, truth } = one;
    const other = partner(one, random);
    for (const axis of [0, truth.shape.length, -1]) {
      const place = axis < 0 ? truth.shape.length : axis;
      const stacked = truthOf(truth.shape.toSpliced(place, 0, 2), (index) =>
        at(index[place] === 0 ? truth : other.truth, index.toSpliced(place, 1)),
      );
      expectTruth(nj.stack([array, other.array], axis), stacked);
    }
  },
};

/** Calls that make arrays of lists and numbers; they see no views. */
const MAKING = ["array", "float64", "float32", "zeros", "ones", "identity", "arange"];
/** What is read, and no call. */
const FIELDS = ["selection", "size", "shape", "ndim", "dtype", "NdArray"];

/** The members of an interface of the library's types. */
function members(name: string): string[] {
  const file = inProject("src", "arrays", "numjs-types.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  return (found?.members ?? []).map((member) => (member.name as ts.Identifier).text);
}

/** Runs a check on every case, and tells all that fail at once. */
function onEveryView(check: Check, seed: number): void {
  const random = new Random(seed);
  const failures: string[] = [];
  let count = 0;
  for (const one of cases(seed, 6)) {
    count++;
    try {
      check(one, random);
    } catch (error) {
      failures.push(`${one.title}: ${(error as Error).message}`);
    }
  }
  expect(count).to.be.greaterThan(600);
  const shown = failures.slice(0, 10).join("\n");
  expect(failures.length, `${failures.length} of ${count} views\n${shown}\n`).to.equal(0);
}

describe("each call of numjs that the types offer", () => {
  it("stands in these tests", () => {
    const twins = Object.keys(METHODS);
    const known = [...twins, ...Object.keys(FUNCTIONS), ...MAKING, ...FIELDS];
    for (const name of ["NdArray", "NumJs"]) {
      expect(members(name).length).to.be.greaterThan(20);
      for (const member of members(name)) expect(known, `${name}.${member}`).to.include(member);
    }
  });

  for (const [name, check] of Object.entries(METHODS)) {
    it(`x.${name} is right on every view`, () => onEveryView(check, 1));
  }
  for (const [name, check] of Object.entries(FUNCTIONS)) {
    it(`nj.${name} is right on every view`, () => onEveryView(check, 2));
  }
  for (const name of Object.keys(ELEMENTWISE) as (keyof typeof ELEMENTWISE)[]) {
    it(`x.${name}(y, false) changes the view, and nothing beside it`, () => {
      const random = new Random(3);
      for (const one of cases(3, 6)) {
        if (one.title === REPEATED) continue; // NumPy does not write to one either
        try {
          inPlace(name)(one, random);
        } catch (error) {
          throw new Error(`${one.title}: ${(error as Error).message}`);
        }
      }
    });
  }
  for (const name of Object.keys(SINGLE) as (keyof typeof SINGLE)[]) {
    it(`x.${name}(false) changes the view`, () => {
      for (const { title, array, truth, store } of cases(4, 6)) {
        if (title === REPEATED) continue;
        expect(array[name](false), title).to.equal(array);
        expectTruth(
          array,
          mapped(truth, (value) => store(SINGLE[name](value))),
        );
      }
    });
  }

  for (const name of Object.keys(ELEMENTWISE) as (keyof typeof ELEMENTWISE)[]) {
    it(`x.${name}(y, false) reads y as it was, where both lie in the same memory`, () => {
      const random = new Random(5);
      for (const Type of TYPES) {
        const pairs: [string, (x: NdArray) => NdArray, (x: NdArray) => NdArray][] = [
          ["x and x.T", (x) => x, (x) => x.T],
          ["x and x", (x) => x, (x) => x],
          ["x and its rows upwards", (x) => x, (x) => x.step(-1, 1)],
          ["rows and the rows after them", (x) => x.hi(3, 4), (x) => x.lo(1, 0)],
          ["rows and the rows before them", (x) => x.lo(1, 0), (x) => x.hi(3, 4)],
          ["columns and the ones beside them", (x) => x.lo(0, 1), (x) => x.hi(4, 3)],
        ];
        for (const [title, left, right] of pairs) {
          const { array, store } = whole(Type, [4, 4], random);
          const [target, other] = [left(array), right(array)];
          const [a, b] = [target, other].map((view) => truthOf(view.shape, (p) => view.get(...p)));
          const f = ELEMENTWISE[name];
          target[name](other, false);
          try {
            expectTruth(
              target,
              mapped(a, (value, i) => store(f(value, b.values[i]))),
            );
          } catch (error) {
            throw new Error(`${Type.name}, ${title}: ${(error as Error).message}`);
          }
        }
      }
    });
  }
});

describe("arrays that nj makes", () => {
  const types = [
    "float64",
    "float32",
    "int8",
    "int16",
    "int32",
    "uint8",
    "uint16",
    "uint32",
    "array",
  ];

  it("hold the numbers of lists, typed arrays and numbers in each type", () => {
    const rows = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    for (const type of types as DType[]) {
      const made = nj.array(rows, type);
      expect([made.dtype, made.tolist()]).to.deep.equal([type, rows]);
      expect(nj.array([rows, rows], type).tolist()).to.deep.equal([rows, rows]);
      expect(nj.array(new Float64Array([1, 2, 3]), type).tolist()).to.deep.equal([1, 2, 3]);
      expect(nj.array([new Uint8Array([1, 2]), [3, 4]], type).tolist()).to.deep.equal([
        [1, 2],
        [3, 4],
      ]);
      expect(nj.array(5, type).tolist()).to.deep.equal([5]);
      expect(nj.array([], type).shape).to.deep.equal([0]);
      expect(nj.zeros([2, 2], type).tolist()).to.deep.equal([
        [0, 0],
        [0, 0],
      ]);
      expect(nj.ones(2, type).tolist()).to.deep.equal([1, 1]);
      expect(nj.identity(2, type).tolist()).to.deep.equal([
        [1, 0],
        [0, 1],
      ]);
    }
    for (const Type of [Float64Array, Float32Array, Uint8Array]) {
      expect(nj.float64(Type.from([1, 2])).tolist()).to.deep.equal([1, 2]);
      expect(nj.float32(Type.from([1, 2])).tolist()).to.deep.equal([1, 2]);
      expect(nj.exp(Type.from([0, 0])).tolist()).to.deep.equal([1, 1]);
      expect(nj.add(Type.from([1, 2]), 1).tolist()).to.deep.equal([2, 3]);
      expect(nj.sum(Type.from([1, 2]))).to.equal(3);
      expect(nj.equal(Type.from([1, 2]), [1, 2])).to.equal(true);
      expect(nj.concatenate(Type.from([1, 2]), [3], Type.from([4])).tolist()).to.deep.equal([
        1, 2, 3, 4,
      ]);
      expect(nj.stack([Type.from([1, 2]), [3, 4]]).tolist()).to.deep.equal([
        [1, 2],
        [3, 4],
      ]);
    }
  });

  it("are copies: what is done to them leaves the given list alone", () => {
    const list = [-1, 4];
    nj.abs(list);
    nj.clip(list);
    nj.array(list).assign(9, false);
    const typed = new Float64Array([-1, 4]);
    nj.abs(typed);
    nj.array(typed, "float64").assign(9, false);
    expect([list, [...typed]]).to.deep.equal([
      [-1, 4],
      [-1, 4],
    ]);
  });

  it("count as NumPy's arange does", () => {
    const counted: [[number] | [number, number, number?], number[]][] = [
      [[4], [0, 1, 2, 3]],
      [
        [2, 5],
        [2, 3, 4],
      ],
      [
        [5, 0, -2],
        [5, 3, 1],
      ],
      [[0, 5, -1], []],
      [[3, 3], []],
    ];
    for (const [given, wanted] of counted) {
      const made = given.length === 1 ? nj.arange(given[0]) : nj.arange(...given);
      expect(made.tolist(), `arange(${given})`).to.deep.equal(wanted);
    }
    // numpy.arange(0, 1, 0.1): ten numbers, each start + i · step.
    expect(nj.arange(0, 1, 0.1).tolist()).to.deep.equal(
      Array.from({ length: 10 }, (_, i) => i * 0.1),
    );
    expect(nj.arange(0, 4, 1, "int32").dtype).to.equal("int32");
    expect(() => nj.arange(0, 1, 0)).to.throw("nj.arange: expected step");
  });

  it("join a row's numbers and columns along the last axis", () => {
    const column = nj
      .array([
        [1, 5],
        [2, 6],
      ])
      .pick(null, 0);
    expect(nj.concatenate([[3], [4]], column).tolist()).to.deep.equal([
      [3, 1],
      [4, 2],
    ]);
    expect(nj.concatenate(column, [[3], [4]]).tolist()).to.deep.equal([
      [1, 3],
      [2, 4],
    ]);
    expect(
      nj
        .concatenate([
          [1, 2],
          [3, 4],
        ])
        .tolist(),
    ).to.deep.equal([1, 2, 3, 4]);
    expect(() => nj.concatenate([1, 2], [[1, 2, 3]])).to.throw("nj.concatenate: expected");
  });
});

describe("views that there cannot be", () => {
  const x = nj.array(
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    "float64",
  );

  it("are refused in a sentence, and not read beside the numbers", () => {
    for (const [call, sentence] of [
      [
        () => x.get(0, 3),
        "NdArray.get: expected a whole number from -3 to 2 along axis 1, but got 3",
      ],
      [() => x.get(2, 0), "expected a whole number from -2 to 1 along axis 0, but got 2"],
      [() => x.get(0.5, 0), "but got 0.5"],
      [() => x.get(1), "NdArray.get: expected one index for each of 2 axes, but got 1"],
      [() => x.set(0, 3, 9), "NdArray.set: expected a whole number from -3 to 2 along axis 1"],
      [() => x.set(0, 9), "NdArray.set: expected one index for each of 2 axes and a value"],
      [
        () => x.pick(2),
        "NdArray.pick: expected a whole number from -2 to 1 along axis 0, but got 2",
      ],
      [() => x.pick(0, 0, 0), "NdArray.pick: expected at most 2 indices"],
      [() => x.lo(0.5), "NdArray.lo: expected whole numbers, but got 0.5"],
      [() => x.step(0), "NdArray.step: expected whole numbers other than 0, but got 0"],
      [
        () => x.transpose(0, 0),
        "NdArray.transpose: expected each of the axes 0, 1 once, but got 0, 0",
      ],
      [() => x.transpose(0), "NdArray.transpose: expected each of the axes 0, 1 once, but got 0"],
      [() => x.reshape(4, -1), "NdArray.reshape: expected a shape for 6 numbers, but got [4, -1]"],
      [() => x.reshape(4, 2), "NdArray.reshape: expected a shape for 6 numbers, but got [4, 2]"],
      [() => x.reshape(-1, -1), "NdArray.reshape: expected at most one axis of length -1"],
      [
        () => x.reshape(-2, -3),
        "NdArray.reshape: expected a shape for 6 numbers, but got [-2, -3]",
      ],
      [
        () => x.dot([1, 2]),
        "NdArray.dot: expected as many columns on the left as rows on the right",
      ],
      [() => nj.array([[1, 2], [3]]), "nj.array: expected values in rows of equal length"],
      [
        () => nj.zeros([0]).max(),
        "NdArray.max: expected at least one number, but got an empty array",
      ],
    ] as [() => unknown, string][]) {
      expect(call, sentence).to.throw(sentence);
    }
  });

  it("count from the end where a number is negative, and end where the array ends", () => {
    expect(x.pick(-1).tolist()).to.deep.equal([4, 5, 6]);
    expect(x.hi(9, -1).tolist()).to.deep.equal([
      [1, 2],
      [4, 5],
    ]);
    expect(x.lo(5, 0).shape).to.deep.equal([0, 3]);
    expect(x.transpose(-1, 0).tolist()).to.deep.equal(x.T.tolist());
  });

  it("of one number are that number", () => {
    const one = x.pick(1, -1);
    expect([one.shape, one.size, one.get(), one.tolist() as unknown]).to.deep.equal([[], 1, 6, 6]);
    expect([one.sum(), one.max(), one.clone().get(), one.reshape(1, 1).get(0, 0)]).to.deep.equal([
      6, 6, 6, 6,
    ]);
    expect(`${one}`).to.equal("array(6)");
    expect([one.add(1).get(), one.negative().get(), one.exp().get()]).to.deep.equal([
      7,
      -6,
      Math.exp(6),
    ]);
  });

  it("take part in max and min with NaN as NaN", () => {
    const odd = nj.array([1, Number.NaN, 3], "float64");
    expect([odd.max(), odd.min()]).to.deep.equal([Number.NaN, Number.NaN]);
    expect(odd.toString()).to.include("NaN");
  });
});

describe("the product of large arrays", () => {
  it("is the sum of products in every type, whatever the views are", () => {
    const random = new Random(7);
    for (const Type of TYPES) {
      for (const right of [Float64Array, Type]) {
        const [a, b] = [whole(Type, [70, 9], random), whole(right, [70, 80], random)];
        const turned = truthOf([9, 70], ([i, k]) => at(a.truth, [k, i]));
        const backwards = truthOf([70, 40], ([k, j]) => at(b.truth, [k, 79 - 2 * j]));
        const wanted = mapped(product(turned, backwards), a.store);
        const got = a.array.T.dot(b.array.step(1, -2));
        for (const place of placesOf(wanted.shape)) {
          const limit = Type === Float32Array ? 1e-3 : 1e-9;
          expect(got.get(...place), `${Type.name} at [${place}]`).to.be.closeTo(
            at(wanted, place),
            limit,
          );
        }
      }
    }
  });
});

describe("reshape", () => {
  it("gives a view where NumPy gives one, and a copy elsewhere", () => {
    const x = () => nj.arange(0, 24, 1, "float64").reshape(4, 6);
    // np.shares_memory(view, view.reshape(shape)) for x = np.arange(24.0).reshape(4, 6)
    for (const [title, view, shape, shares] of [
      ["x", (a) => a, [24], true],
      ["x", (a) => a, [2, 2, 3, 2], true],
      ["x.T", (a) => a.T, [24], false],
      ["x.T", (a) => a.T, [2, 3, 4], true],
      ["x.T", (a) => a.T, [6, 2, 2], true],
      ["x.T", (a) => a.T, [3, 8], false],
      ["x[:, 1]", (a) => a.pick(null, 1), [4, 1], true],
      ["x[:, 1]", (a) => a.pick(null, 1), [2, 2], true],
      ["x[:, ::-1]", (a) => a.step(1, -1), [4, 2, 3], true],
      ["x[:, ::-1]", (a) => a.step(1, -1), [24], false],
      ["x[::2]", (a) => a.step(2, 1), [12], false],
      ["x[::2]", (a) => a.step(2, 1), [2, 1, 6], true],
      ["x[1:, :3]", (a) => a.lo(1, 0).hi(3, 3), [9], false],
      ["x[1:3]", (a) => a.lo(1, 0).hi(2, 6), [12], true],
    ] as [string, (a: NdArray) => NdArray, number[], boolean][]) {
      const base = x();
      const reshaped = view(base).reshape(shape);
      reshaped.assign(-1, false);
      expect(base.min() === -1, `${title}.reshape(${shape})`).to.equal(shares);
    }
  });
});

describe("new NdArray", () => {
  it("prints like any other", () => {
    expect(`${new NdArray(new Float64Array([1.5, 2]), [2])}`).to.equal("array([1.5, 2])");
  });
});
