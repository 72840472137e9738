/** One line of a doctor's report. */
export interface Finding {
  /** Fine, broken, or not there and not needed. */
  state: "fine" | "broken" | "absent";
  /** What was looked at. */
  what: string;
  /** What was found, in words. */
  words: string;
  /** The one command that repairs it, when something can be done. */
  repair?: string;
}

const MARKS = { fine: "✓", broken: "✗", absent: "–" };

/** A finding as lines of text: the mark is never alone, words say the same. */
export function findingText({ state, what, words, repair }: Finding): string {
  const line = `${MARKS[state]} ${what}: ${words.trim().replaceAll("\n", "\n    ")}`;
  const verb = state === "absent" ? "To have it" : "Repair";
  return repair === undefined ? line : `${line}\n    ${verb}: ${repair}`;
}

/**
 * Runs one look at the machine; a look that fails is a finding too.
 *
 * @param repair The command that mends it when the look throws.
 */
export async function look(
  what: string,
  repair: string,
  work: () => Promise<Omit<Finding, "what">> | Omit<Finding, "what">,
): Promise<Finding> {
  try {
    return { what, ...(await work()) };
  } catch (error) {
    return { what, state: "broken", words: (error as Error).message, repair };
  }
}
