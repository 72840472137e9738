import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../kernel-setup/commands/parts/free-port";
import { type DrivenBrowser, type DrivenPage, INSERT, waitUntil } from "./driven-page";
import { MINI_BROWSER, WEBKIT_DRIVER } from "./needs";

/** How a key is written for WebDriver. */
const KEYS: Record<string, string> = { Control: "\uE009", Enter: "\uE007", Shift: "\uE008" };

/** Debian's WebKitGTK in a window that nobody sees, over plain WebDriver; a folder of its own is its home. */
export async function launchWebKit(): Promise<DrivenBrowser> {
  const home = mkdtempSync(join(tmpdir(), "webkit-"));
  mkdirSync(join(home, "run"), { mode: 0o700 });
  const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1000x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [name] = await once(display.stdio[3] as NodeJS.ReadableStream, "data");
  const port = await freePort();
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: `:${String(name).trim()}`,
      HOME: home,
      XDG_RUNTIME_DIR: join(home, "run"),
      // It is root's, whom its sandbox and a machine without a graphics card would stop.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
  });
  const base = `http://127.0.0.1:${port}`;
  const { sessionId } = await untilItListens(() =>
    ask<{ sessionId: string }>("POST", `${base}/session`, {
      capabilities: {
        alwaysMatch: {
          "webkitgtk:browserOptions": { binary: MINI_BROWSER, args: ["--automation"] },
          timeouts: { script: 240_000, pageLoad: 90_000 },
        },
      },
    }),
  );
  const session = `${base}/session/${sessionId}`;
  return {
    newPage: async () => driven(session),
    async close() {
      await ask("DELETE", session).catch(() => {});
      driver.kill();
      display.kill();
      await Promise.all([once(driver, "exit"), once(display, "exit")]);
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function untilItListens<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 100; ; tries--) {
    try {
      return await call();
    } catch (error) {
      if (tries === 0 || (error as Error).message !== "fetch failed") throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Calls WebDriver. @throws Error with its words */
async function ask<T>(method: string, url: string, body?: object): Promise<T> {
  const answer = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: T & { message?: string } };
  if (!answer.ok) throw new Error(`WebDriver, ${method} ${url}: ${value.message}`);
  return value;
}

/** Its one window, with the words of playwright. */
function driven(session: string): DrivenPage {
  const post = <T>(what: string, body: object = {}) => ask<T>("POST", `${session}/${what}`, body);

  async function evaluate<T>(script: string): Promise<T> {
    // What a script awaits is waited for, and what it throws is thrown here.
    const code = `const done = arguments[0];
      Promise.resolve().then(() => eval(${JSON.stringify(script)}))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const got = await post<{ value: T; error?: string }>("execute/async", {
      script: code,
      args: [],
    });
    if (got.error !== undefined) throw new Error(got.error);
    return got.value;
  }

  return {
    evaluate,
    goto: (url) => post("url", { url }),
    waitForFunction: (script, _, { timeout } = {}) =>
      waitUntil(() => evaluate(`Boolean(${script})`), script, timeout),
    async screenshot({ path }) {
      writeFileSync(path, Buffer.from(await ask<string>("GET", `${session}/screenshot`), "base64"));
    },
    setViewportSize: ({ width, height }) => post("window/rect", { width, height }),
    reload: () => post("refresh"),
    // The window stays; what was in it goes.
    close: () => post("url", { url: "about:blank" }),
    keyboard: {
      async press(keys) {
        const held = keys.split("+").map((key) => KEYS[key] ?? key);
        const actions = [
          ...held.map((value) => ({ type: "keyDown", value })),
          ...held.toReversed().map((value) => ({ type: "keyUp", value })),
        ];
        await post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
      },
      insertText: (text) => evaluate(INSERT(text)),
    },
  };
}
