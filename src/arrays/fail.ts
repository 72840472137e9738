/**
 * Ends a call with the library's one form of error.
 *
 * @param who the class and method, or the function, that was called
 * @throws always: `<who>: expected <expected>, but got <got>`
 */
export function fail(who: string, expected: string, got: string): never {
  throw new Error(`${who}: expected ${expected}, but got ${got}`);
}
