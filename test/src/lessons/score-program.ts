/** `node score-program.js EXERCISE…`: passes exercises, one after the other, in the folder it runs in. */
import { remember } from "../../../src/lessons/scores";

for (const exercise of process.argv.slice(2)) {
  const notes = remember(exercise);
  if (notes.length > 0) throw new Error(JSON.stringify(notes));
}
