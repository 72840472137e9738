/** A failure of the set-up that a person can act on: a sentence, the output behind it, and the one command that repairs it, unless the sentence says who can. */
export class SetupFailure extends Error {
  /**
   * @param {string} what the step that failed: "packages" or "build"
   * @param {string} message
   * @param {string} [repair]
   */
  constructor(what, message, repair) {
    super(message);
    this.name = "SetupFailure";
    this.what = what;
    this.repair = repair;
  }
}
