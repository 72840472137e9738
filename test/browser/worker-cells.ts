import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Json } from "../../kernel-setup/jupyter/messages/message";
import { executeContent } from "../support/execute-content";
import type { Brought } from "./worker-client";
import type { WorkerPage } from "./worker-page";

/** What a cell is told that was stopped with its variables kept. */
export const STOPPED = "The cell was stopped before its end.";

/** A request to run a cell, as code of the page. */
export const request = (code: string, options: Json = {}): string =>
  JSON.stringify(executeContent(code, options));

/** Sends a cell and waits until it runs, and a little more, so that it is in the midst of it. */
export async function begin(page: WorkerPage, code: string, options: Json = {}): Promise<string> {
  const content = request(`console.log("begun");\n${code}`, options);
  const id: string = await page.page.evaluate(`client.send("execute_request", ${content})`);
  const begun = `client.soFar("${id}").some(({ content }) => content.text?.includes("begun"))`;
  await page.page.waitForFunction(begun);
  await sleep(50);
  return id;
}

/** Asks the kernel to stop what runs. */
export const interrupt = (page: WorkerPage) => page.request("interrupt_request", {}, "control");

/** All that came of a request, once it was answered. */
export const whole = (page: WorkerPage, id: string): Promise<Brought> =>
  page.page.evaluate(`client.whole("${id}")`);

/** Runs a cell and stops it. @returns what came of it, and after how many milliseconds */
export async function stopped(
  page: WorkerPage,
  code: string,
  options: Json = {},
): Promise<Brought & { after: number }> {
  const id = await begin(page, code, options);
  const from = performance.now();
  await interrupt(page);
  const brought = await whole(page, id);
  return { ...brought, after: performance.now() - from };
}

/** Waits until the reader was asked something. */
export const asked = (page: WorkerPage, prompt: string) =>
  page.page.waitForFunction(
    `client.questions.at(-1)?.content.prompt === ${JSON.stringify(prompt)}`,
  );

/** All that a cell has printed. */
export const printed = ({ messages }: Brought): string =>
  messages.map(({ content }) => content.text ?? "").join("");

/** The text of a value of a cell that succeeds. */
export async function value(page: WorkerPage, code: string): Promise<unknown> {
  const { reply, messages } = await page.run(code);
  expect(reply.status, JSON.stringify(reply)).to.equal("ok");
  const result = messages.find(({ type }) => type === "execute_result");
  return (result?.content.data as Json | undefined)?.["text/plain"];
}
