import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DrivenBrowser, type DrivenPage, INSERT, waitUntil } from "./driven-page";
import { FIREFOX, puppeteer } from "./needs";
import type { FirefoxPage } from "./puppeteer";

/** Debian's Firefox, without a window, over WebDriver BiDi; with a profile of its own, which goes with it. */
export async function launchFirefox(): Promise<DrivenBrowser> {
  const userDataDir = mkdtempSync(join(tmpdir(), "firefox-"));
  const browser = await puppeteer().launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    userDataDir,
    // Nothing of it asks for anything outside.
    extraPrefsFirefox: { "network.captive-portal-service.enabled": false },
    protocolTimeout: 240_000,
  });
  return {
    newPage: async () => driven(await browser.newPage()),
    async close() {
      await browser.close();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** With the words of playwright. */
function driven(page: FirefoxPage): DrivenPage {
  const evaluate = <T>(script: string) => page.evaluate(script) as Promise<T>;
  return {
    evaluate,
    goto: (url, { timeout = 60_000 } = {}) => page.goto(url, { timeout, waitUntil: "load" }),
    waitForFunction: (script, _, { timeout } = {}) =>
      waitUntil(() => evaluate(`Boolean(${script})`), script, timeout),
    screenshot: ({ path, fullPage }) => page.screenshot({ path, fullPage }),
    setViewportSize: (size) => page.setViewport(size),
    reload: () => page.reload(),
    close: () => page.close(),
    keyboard: {
      async press(keys) {
        const [key, ...held] = keys.split("+").reverse();
        for (const one of held) await page.keyboard.down(one);
        await page.keyboard.press(key as string);
        for (const one of held) await page.keyboard.up(one);
      },
      insertText: (text) => evaluate(INSERT(text)),
    },
  };
}
