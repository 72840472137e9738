/** The small part of puppeteer-core that the tests use; its own types come only with CI's install. */
export interface FirefoxPage {
  evaluate(script: string): Promise<unknown>;
  goto(url: string, options: { timeout: number; waitUntil: "load" }): Promise<unknown>;
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  reload(): Promise<unknown>;
  close(): Promise<void>;
  keyboard: {
    down(key: string): Promise<void>;
    press(key: string): Promise<void>;
    up(key: string): Promise<void>;
  };
}

export function launch(options: {
  browser: "firefox";
  executablePath: string;
  headless: boolean;
  userDataDir: string;
  extraPrefsFirefox: Record<string, unknown>;
  protocolTimeout: number;
}): Promise<{ newPage(): Promise<FirefoxPage>; close(): Promise<void> }>;
