/**
 * The list of exercises, loaded at the first check: it is long, and many cells import the library
 * without checking anything.
 */
export function loadExercises(): typeof import("./exercises") {
  return require("./exercises");
}
