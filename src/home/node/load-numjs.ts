import Module, { createRequire } from "node:module";

type AnyFunction = (...args: unknown[]) => unknown;

/** numjs's own way of loading. */
const load = createRequire(require.resolve("numjs"));

/**
 * What stands for a part of numjs until somebody uses it. At its start numjs loads and compiles some
 * three hundred functions, most of which nobody calls.
 */
const STAND_INS: Record<string, () => unknown> = {
  "./images": () => lateObject("./images"),
  cwise: () => (description: unknown) =>
    lateFunction(() => (loadPart("cwise") as AnyFunction)(description) as AnyFunction),
  "cwise-compiler": () => (description: unknown) =>
    lateFunction(() => (loadPart("cwise-compiler") as AnyFunction)(description) as AnyFunction),
  lodash: () => ({ defaults: lateFunction(() => load("lodash").defaults) }),
  "ndarray-fft": () => lateFunction(() => loadPart("ndarray-fft") as AnyFunction),
  "ndarray-gemm": () => lateFunction(() => loadPart("ndarray-gemm") as AnyFunction),
  "ndarray-ops": () => lateObject("ndarray-ops"),
  "typedarray-pool": () => lateObject("typedarray-pool"),
};

/** Loads numjs in a fraction of its time: what it does not need at once waits for its first use. */
export function loadNumJs(): unknown {
  return loadPart("numjs");
}

/** Loads a package of numjs with stand-ins for all others that are not loaded yet. */
function loadPart(name: string): unknown {
  const { cache } = load;
  const files: string[] = [];
  for (const [other, make] of Object.entries(STAND_INS)) {
    const file = load.resolve(other);
    if (other === name || cache[file]) continue;
    const module = new Module(file);
    module.exports = make();
    module.loaded = true;
    cache[file] = module;
    files.push(file);
  }
  try {
    return load(name);
  } finally {
    // Whoever asks for them from now on gets the packages themselves.
    for (const file of files) delete cache[file];
  }
}

/** A function that is made at its first call. */
function lateFunction(make: () => AnyFunction): AnyFunction {
  let made: AnyFunction | undefined;
  return (...args) => {
    made ??= make();
    return made(...args);
  };
}

/** An object that is loaded when somebody first looks into it. */
function lateObject(name: string): object {
  let loaded: object | undefined;
  const real = () => {
    loaded ??= loadPart(name) as object;
    return loaded;
  };
  return new Proxy(
    {},
    {
      get: (_target, key) => Reflect.get(real(), key),
      has: (_target, key) => Reflect.has(real(), key),
      ownKeys: () => Reflect.ownKeys(real()),
      getOwnPropertyDescriptor: (_target, key) => {
        const found = Reflect.getOwnPropertyDescriptor(real(), key);
        return found && { ...found, configurable: true };
      },
    },
  );
}
