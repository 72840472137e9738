import { setTimeout as sleep } from "node:timers/promises";
import type { Frame } from "../support/playwright";

/**
 * Waits until an expression is true in a page. It is asked from outside: a page that makes no code of texts
 * does not do so for playwright's own waiting either.
 *
 * @throws when it is not so after `timeout` milliseconds
 */
export async function waitFor<T = unknown>(
  page: Frame,
  expression: string,
  timeout = 60_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await page.evaluate<T>(expression).catch((error: Error) => {
      // The page is being left for another.
      if (/context was destroyed|navigat/i.test(error.message)) return undefined;
      throw error;
    });
    if (value) return value;
    if (Date.now() > end)
      throw new Error(`expected this to become true, but it did not: ${expression}`);
    await sleep(50);
  }
}
