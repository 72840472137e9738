import { inspect } from "node:util";
import { expect } from "chai";

/**
 * Expects a call to fail with exactly this message and to leave the layer as it was: every field the
 * same object with the same numbers.
 */
export function expectRefusal(layer: object, call: () => unknown, message: string): void {
  const fields = { ...layer };
  const numbers = inspect(layer, { depth: null });
  expect(call).to.throw(Error).with.property("message", message);
  const now = { ...layer } as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    expect(now[name] === value, `${name} is still the same`).to.equal(true);
  }
  expect(Object.keys(now)).to.deep.equal(Object.keys(fields));
  expect(inspect(layer, { depth: null })).to.equal(numbers);
}

/** Calls a function with arguments its types forbid, as a learner in plain JavaScript could. */
export function untyped(layer: object, method: string): (...args: unknown[]) => unknown {
  return (...args) => (layer as Record<string, (...args: unknown[]) => unknown>)[method](...args);
}
