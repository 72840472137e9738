import type { Page } from "./playwright";

/** What a page of any browser can be told, however that browser is driven. */
export type DrivenPage = Pick<
  Page,
  "goto" | "evaluate" | "waitForFunction" | "screenshot" | "setViewportSize" | "reload" | "close"
> & {
  keyboard: Pick<Page["keyboard"], "press" | "insertText">;
};

/** A browser that is not playwright's. */
export interface DrivenBrowser {
  newPage(): Promise<DrivenPage>;
  close(): Promise<void>;
}

/** Text that comes at the cursor at once, as an input method brings it. */
export const INSERT = (text: string): string =>
  `document.execCommand("insertText", false, ${JSON.stringify(text)})`;

/** Asks again and again, until something holds. @throws Error when that takes too long */
export async function waitUntil(
  holds: () => Promise<unknown>,
  what: string,
  timeout = 30_000,
): Promise<void> {
  for (const end = Date.now() + timeout; ; ) {
    if (await holds()) return;
    if (Date.now() > end)
      throw new Error(`expected within ${timeout} ms that ${what}, but it did not come`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
