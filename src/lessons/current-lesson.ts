let current: string | undefined;

/** Sets the lesson whose exercises are meant from now on; `lesson("05", "ko")` calls it. */
export function setCurrentLesson(number: string): void {
  current = number;
}

/** The lesson in force, or undefined before any was set. */
export function currentLesson(): string | undefined {
  return current;
}
