/** The small part of playwright-core that the tests use; its own types come only with CI's install. */
export interface Page {
  goto(url: string, options?: { waitUntil?: string; timeout?: number }): Promise<unknown>;
  evaluate<T>(script: string): Promise<T>;
  waitForFunction(
    script: string,
    argument?: unknown,
    options?: { timeout?: number },
  ): Promise<unknown>;
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  on(event: "pageerror", listener: (error: Error) => void): void;
  on(event: "request", listener: (request: { url(): string }) => void): void;
  on(event: "console", listener: (message: ConsoleMessage) => void): void;
  on(event: "filechooser", listener: (chooser: FileChooser) => void): void;
  on(event: "websocket", listener: (socket: PageSocket) => void): void;
  waitForEvent(event: "download"): Promise<Download>;
  waitForEvent(event: "filechooser"): Promise<FileChooser>;
  route(url: string | RegExp, answer: (route: Route) => unknown): Promise<void>;
  setContent(html: string): Promise<void>;
  keyboard: {
    press(key: string): Promise<void>;
    type(text: string): Promise<void>;
    insertText(text: string): Promise<void>;
  };
  mouse: {
    move(x: number, y: number): Promise<void>;
    click(x: number, y: number): Promise<void>;
  };
  click(selector: string): Promise<void>;
  tap(selector: string): Promise<void>;
  touchscreen: { tap(x: number, y: number): Promise<void> };
  addInitScript(script: string): Promise<void>;
  goBack(): Promise<unknown>;
  bringToFront(): Promise<void>;
  context(): Context;
  frames(): Frame[];
  reload(): Promise<unknown>;
  url(): string;
  close(): Promise<void>;
  emulateMedia(options: {
    colorScheme?: "light" | "dark";
    media?: "print" | "screen";
  }): Promise<void>;
  addScriptTag(options: { path: string }): Promise<unknown>;
}

/** A page, or what stands in a frame of it. */
export type Frame = Pick<Page, "evaluate" | "waitForFunction" | "url">;

export interface FileChooser {
  setFiles(file: string | GivenFile): Promise<void>;
}

/** A file that a test makes. */
export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export interface Route {
  continue(): Promise<void>;
  fulfill(answer: { status: number; contentType?: string; body?: string }): Promise<void>;
  request(): { method(): string; url(): string };
}

export interface ConsoleMessage {
  type(): string;
  text(): string;
  location(): { url: string };
}

export interface PageSocket {
  url(): string;
  on(event: "framereceived", listener: (frame: { payload: string | Buffer }) => void): void;
}

/** A file that a page gives. */
/** Pages that share what they keep, as the tabs of one browser do. */
export interface Context {
  pages(): Page[];
  grantPermissions(permissions: string[]): Promise<void>;
  newPage(): Promise<Page>;
  close(): Promise<void>;
  /** Chromium's own protocol. */
  newCDPSession(page: Page): Promise<{ send(method: string, options?: object): Promise<unknown> }>;
}

/** What a browser's window is like. */
export interface ContextOptions {
  viewport?: { width: number; height: number };
  deviceScaleFactor?: number;
  hasTouch?: boolean;
  isMobile?: boolean;
  colorScheme?: "light" | "dark";
}

export interface Browser {
  newContext(options?: ContextOptions): Promise<Context>;
  newPage(options?: { javaScriptEnabled?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

export const chromium: {
  launch(options: { executablePath: string; args: string[] }): Promise<Browser>;
};
