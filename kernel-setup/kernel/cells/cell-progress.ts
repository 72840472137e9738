import { words } from "../../text/texts";
import { PROGRESS, type Progress, VARIABLES } from "../compiler/cell-scope";
import { say } from "./language";

type Variables = Record<string, unknown>;

interface Options {
  /** What compiled cells know as `exports`. */
  exports: Record<string, unknown>;
  /** The number that front ends show in brackets. */
  count: number;
  /** The names whose declarations the cell reaches as it runs, in the order of their marks. */
  reached: readonly string[];
  /** Which of these it makes undefined until then. */
  vars: readonly string[];
}

/** How far a cell has come in declaring its names: what it had reached when it failed is there afterwards. */
export class CellProgress {
  readonly count: number;
  readonly #names: readonly string[];
  readonly #variables: Variables;
  readonly #progress: Progress = [];
  readonly #before = new Map<string, unknown>();

  /** To be made just before the cell runs. */
  constructor({ exports, count, reached, vars }: Options) {
    this.count = count;
    this.#names = reached;
    exports[VARIABLES] ??= {};
    this.#variables = exports[VARIABLES] as Variables;
    for (const name of vars) this.#before.set(name, this.#variables[name]);
    exports[PROGRESS] = this.#progress;
  }

  /** Whether the cell has begun at all. */
  get hasBegun(): boolean {
    return 0 in this.#progress;
  }

  /** The names whose declarations it has reached. */
  get reached(): string[] {
    return this.#names.filter((_, at) => at + 1 in this.#progress);
  }

  /** The names whose declarations it has not reached. */
  get missing(): string[] {
    return this.#names.filter((_, at) => !(at + 1 in this.#progress));
  }

  /**
   * Takes what the cell has not reached away from it: an earlier variable of that name is as it was,
   * and stays so when the cell goes on in the background. Its own code finds those names in a place
   * of its own, where they are from the moment at which it reaches them.
   */
  leave(): void {
    const { missing } = this;
    if (missing.length === 0) return;
    const own = shareOf(this.#variables, this.reached);
    for (const name of missing) {
      if (this.#before.has(name)) own[name] = this.#variables[name];
      else this.#refuse(own, name);
    }
    this.#progress.move?.(own);
    for (const name of missing) {
      if (this.#before.has(name)) this.#variables[name] = this.#before.get(name);
    }
  }

  /** Makes reading a name an error, until the cell gives it a value after all. */
  #refuse(own: Variables, name: string): void {
    Object.defineProperty(own, name, {
      configurable: true,
      get: () => {
        throw new ReferenceError(notReached(name, this.count));
      },
      set: (value) => {
        Object.defineProperty(own, name, { value, writable: true });
      },
    });
  }
}

/**
 * An object whose properties are those variables themselves. It is made of code that names each of
 * them, which V8 makes as fast as the variables; functions of the cell may go on to be used for long.
 */
function shareOf(variables: Variables, names: readonly string[]): Variables {
  const properties = names.map(
    (name) =>
      `get ${name}() { return variables.${name}; }, set ${name}(to) { variables.${name} = to; }`,
  );
  const make = new Function("variables", `return { ${properties.join(", ")} };`) as (
    variables: Variables,
  ) => Variables;
  return make(variables);
}

/** Says why a name is not there, though a cell declares it. */
export function notReached(name: string, count: number): string {
  return say(words("kernel.notReached", { name, count }));
}
