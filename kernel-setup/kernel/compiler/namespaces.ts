type Names = Record<string, unknown>;

/** What Node's `util.inspect` asks an object for. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

type Inspect = (value: unknown, options: object) => string;

/** Makes the object that stands for all that an ES module exports; what reads the names is told later. */
export function createNamespace(names: Iterable<string>): Names {
  const namespace = Object.create(null) as Names;
  for (const name of [...names].toSorted()) {
    exportAs(namespace, name, () => {
      throw new ReferenceError(`Cannot access '${name}' before initialization`);
    });
  }
  Object.defineProperties(namespace, {
    [Symbol.toStringTag]: { value: "Module" },
    // What was compiled to `require` looks for the default export by this.
    __esModule: { value: true },
    [INSPECT]: {
      value(_depth: number, options: object, inspect: Inspect) {
        const values = Object.assign(Object.create(null) as Names, namespace);
        return inspect(values, options).replace("[Object:", "[Module:");
      },
    },
  });
  return namespace;
}

/** Has a name of a namespace read in this way. */
export function exportAs(namespace: Names, name: string, get: () => unknown): void {
  Object.defineProperty(namespace, name, { get, enumerable: true, configurable: true });
}

/**
 * Ends a namespace: no name comes any more, and these have the values that they will keep. Reading them
 * is fast then.
 */
export function finish(namespace: Names, constants: Iterable<string>): void {
  for (const name of constants) {
    const value = namespace[name];
    Object.defineProperty(namespace, name, { value, enumerable: true, configurable: true });
  }
  Object.preventExtensions(namespace);
  makeFast(namespace);
}

/** V8 keeps an object whose properties were defined anew as a table, until it serves as a prototype. */
function makeFast(object: object): void {
  function Child(): void {}
  Child.prototype = object;
  Reflect.construct(Child, []);
}

/** Whether what a module exports has its default export under that name. */
export function isEsNamespace(exports: unknown): exports is Names {
  if (exports === null || (typeof exports !== "object" && typeof exports !== "function")) {
    return false;
  }
  const { __esModule, [Symbol.toStringTag]: tag } = exports as Names & { [key: symbol]: unknown };
  return Boolean(__esModule) || tag === "Module";
}

/**
 * Whether something is all that an ES module exports, so that no other name will come: what others were
 * compiled to only says that of itself.
 */
export function isWholeNamespace(exports: unknown): exports is Names {
  return (
    typeof exports === "object" &&
    exports !== null &&
    Object.getPrototypeOf(exports) === null &&
    (exports as { [key: symbol]: unknown })[Symbol.toStringTag] === "Module"
  );
}

/** Node's words for a name that is not there. */
export function missingExport(module: string, name: string): string {
  return `The requested module '${module}' does not provide an export named '${name}'`;
}

/** Something whose `default` is what a default import of a module gives. */
export function withDefault(exports: unknown): { default?: unknown } {
  return isEsNamespace(exports) ? exports : { default: exports };
}

const copies = new WeakMap<object, Names>();

/** What `import * as` and `import()` give of a module: of CommonJS, all that it exports and that as the default. */
export function namespaceOf(exports: unknown): Names {
  if (isEsNamespace(exports)) return exports;
  const isObject =
    (typeof exports === "object" && exports !== null) || typeof exports === "function";
  const known = isObject ? copies.get(exports) : undefined;
  if (known !== undefined) return known;
  const made: Names = {};
  // Some packages load a part of themselves when its name is read.
  for (const [name, property] of Object.entries(
    Object.getOwnPropertyDescriptors(Object(exports)),
  )) {
    if (property.enumerable) {
      Object.defineProperty(made, name, {
        ...("get" in property
          ? { get: () => (exports as Names)[name] }
          : { value: property.value }),
        enumerable: true,
        configurable: true,
      });
    }
  }
  Object.defineProperty(made, "default", { value: exports, enumerable: true, configurable: true });
  if (isObject) copies.set(exports, made);
  return made;
}
