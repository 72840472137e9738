import { DEFAULT_LANGUAGE, type Words } from "../../../../src/text/languages";

/** What of a learner's work is not taken in, or not given out, with the sentence that says why. */
export class WorkRefused extends Error {
  override name = "WorkRefused";
  readonly words: Words;

  constructor(words: Words) {
    super(words[DEFAULT_LANGUAGE]);
    this.words = words;
  }
}
