import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listLessons } from "../../kernel-setup/commands/parts/lesson-list";
import { PAGE } from "../../kernel-setup/commands/parts/project";
import { startKernel } from "../../kernel-setup/jupyter/client/start-kernel";
import { type Json, type Message, newHeader } from "../../kernel-setup/jupyter/messages/message";
import {
  type CodeCell,
  formatNotebook,
  type Notebook,
  parseNotebook,
} from "../../kernel-setup/jupyter/notebook-files/notebook";
import { OutputCollector } from "../../kernel-setup/jupyter/runner/output-collector";
import { runNotebook } from "../../kernel-setup/jupyter/runner/run-notebook";
import { startServer } from "../../kernel-setup/page/homes/machine/server";
import { V1 } from "../../kernel-setup/page/server/kernels/frames";
import { decodeAny } from "../support/kernel-socket";
import { notebookText, ownKernel } from "../support/kernels";
import type { RawCell } from "../support/lessons";
import { CHROMIUM, playwright } from "../support/needs";
import type { Page } from "../support/playwright";
import { inProject } from "../support/project";
import { ClassicNotebook } from "./classic-notebook";
import type { Expected, FortyCell } from "./forty-cells";
import { NotebookPage } from "./notebook-page";
import { SHOWN_IN_CLASSIC, SHOWN_IN_PAGE, type Shown } from "./shown-outputs";

type Asked = Extract<Expected, { kind: "asked" }>;

/** What became of the cells in one front end. */
export interface Played {
  /** All that the kernel sent on iopub. */
  messages: Message[];
  /** The notebook's file. */
  file: string;
  /** The questions of all cells, as the reader saw them. */
  questions: { prompt: string; password: boolean }[];
  /** What came back over each cell's line to the page. */
  comms: Json[];
  /** What the page showed at the end, and after it was opened again from the file. */
  pages: { when: string; shown: Shown[][] }[];
  /** What the page showed of the file that the runner has saved. */
  ofRunner?: Shown[][];
}

/**
 * Looks at a page until it shows what it should, or for 15 s: pictures and formulas need a moment.
 *
 * @param which The cells that count; all when not given.
 */
export type Settle = (
  look: () => Promise<Shown[][]>,
  which?: (cell: FortyCell) => boolean,
) => Promise<Shown[][]>;

/** Whether a cell shows texts alone, which are the same in a notebook that is not trusted. */
export const isText = ({ shows }: FortyCell) =>
  shows.every(({ kind }) => kind === "stdout" || kind === "stderr" || kind === "error");

export const cellsIn = (file: string) => (JSON.parse(file) as { cells: RawCell[] }).cells;
const questionsOf = ({ shows }: FortyCell) =>
  shows.filter((one): one is Asked => one.kind === "asked");
const asPassword = ({ prompt, type }: { prompt: string; type: string }) => ({
  prompt,
  password: type === "password",
});

/** Keeps what a kernel sends to a page. */
function recordMessages(page: Page, messages: Message[]): void {
  page.on("websocket", (socket) => {
    if (!socket.url().includes("/channels")) return;
    socket.on("framereceived", ({ payload }) => {
      const isBinary = typeof payload !== "string";
      const framed = decodeAny(Buffer.from(payload), isBinary, isBinary ? V1 : "");
      if (framed.channel === "iopub") messages.push(framed.message);
    });
  });
}

/** In the project, where cells find its packages. */
function makeFolder(): string {
  mkdirSync(inProject(".jupyter"), { recursive: true });
  return mkdtempSync(inProject(".jupyter", "cells-"));
}

/** Plays the cells in the page of npm start, and opens there what the runner has saved. */
export async function playInPage(
  cells: FortyCell[],
  settle: Settle,
  byRunner: Promise<string>,
): Promise<Played> {
  const folder = makeFolder();
  const notebooks = join(folder, "notebooks");
  mkdirSync(notebooks);
  const file = join(notebooks, "cells.ipynb");
  const sources = cells.map(({ source }) => source);
  writeFileSync(file, notebookText(sources, "tslab"));
  const server = await startServer({
    notebooks,
    home: join(folder, "home"),
    kernels: [{ ...ownKernel(), folder: inProject(".jupyter/kernels/tslab") }],
    page: {
      folder: PAGE,
      config: {
        language: "en",
        lessons: listLessons(notebooks, inProject("notebooks")),
        scorecard: "scorecard.json",
      },
    },
    port: 0,
  });
  const browser = await launch();
  try {
    const page = new NotebookPage(await browser.newPage());
    const messages: Message[] = [];
    recordMessages(page.page, messages);
    await page.open(server.urlOf("cells.ipynb"));
    const questions = [];
    const comms = [];
    for (const [i, cell] of cells.entries()) {
      await page.start(i);
      for (const { answer } of questionsOf(cell))
        questions.push(asPassword(await page.answerQuestion(i, answer)));
      await page.outputs(i);
      if (cell.comm) {
        const { target, sends } = cell.comm;
        const got = await page.page.evaluate<Json>(`new Promise((resolve) => {
          const comm = openNotebook.context.sessionContext.session.kernel.createComm(${JSON.stringify(target)});
          comm.onMsg = (message) => resolve(message.content.data);
          comm.open();
          comm.send(${JSON.stringify(sends)});
        })`);
        comms.push(got);
      }
    }
    await page.kernel("idle");
    await page.saved();
    const look = () => page.page.evaluate<Shown[][]>(SHOWN_IN_PAGE);
    const pages = [{ when: "at the end", shown: await settle(look) }];
    await page.saved();
    const text = readFileSync(file, "utf8");
    await page.open(server.urlOf("cells.ipynb"));
    pages.push({ when: "opened again", shown: await settle(look) });
    await shot(page.page, "forty-cells-page");
    writeFileSync(join(notebooks, "runner.ipynb"), await byRunner);
    await page.open(server.urlOf("runner.ipynb"));
    const ofRunner = await settle(look, isText);
    return { messages, file: text, questions, comms, pages, ofRunner };
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays the cells in the classic Notebook. */
export async function playInClassic(cells: FortyCell[], settle: Settle): Promise<Played> {
  const messages: Message[] = [];
  const sources = cells.map(({ source }) => source);
  const notebook = await ClassicNotebook.open(sources, (page) => recordMessages(page, messages));
  try {
    const questions = [];
    const comms = [];
    for (const [i, cell] of cells.entries()) {
      await notebook.start(i);
      for (const { answer } of questionsOf(cell))
        questions.push(asPassword(await notebook.answerQuestion(answer)));
      await notebook.outputs(i);
      if (cell.comm) {
        const { target, sends } = cell.comm;
        const got = await notebook.page.evaluate<Json>(`new Promise((resolve) => {
          const comm = Jupyter.notebook.kernel.comm_manager.new_comm(${JSON.stringify(target)}, {});
          comm.on_msg((message) => resolve(message.content.data));
          comm.send(${JSON.stringify(sends)});
        })`);
        comms.push(got);
      }
    }
    const look = () => notebook.page.evaluate<Shown[][]>(SHOWN_IN_CLASSIC);
    const pages = [{ when: "at the end", shown: await settle(look) }];
    const file = await notebook.save();
    await notebook.reload();
    pages.push({ when: "opened again", shown: await settle(look) });
    await shot(notebook.page, "forty-cells-classic");
    return { messages, file, questions, comms, pages };
  } finally {
    await notebook.close();
  }
}

/** Plays the cells through the client of Node, as `npm run execute` uses it, with a reader who answers. */
export async function playInNode(cells: FortyCell[]): Promise<Played> {
  const folder = makeFolder();
  const client = await startKernel(ownKernel(), { cwd: folder });
  try {
    const messages: Message[] = [];
    const questions: Played["questions"] = [];
    const comms: Json[] = [];
    const notebook = notebookOf(cells);
    const outputs = new OutputCollector();
    for (const [i, cell] of cells.entries()) {
      const answers = questionsOf(cell).map(({ answer }) => answer);
      const codeCell = notebook.cells[i] as CodeCell;
      await client.execute(cell.source, {
        onInput: (prompt, password) => {
          questions.push({ prompt, password });
          return answers.shift() ?? "";
        },
        onMessage: (message) => {
          messages.push(message);
          outputs.collect(codeCell, message);
        },
      });
      if (cell.comm) {
        const { target, sends } = cell.comm;
        const comm_id = "line";
        const pass = (type: string, content: Json) =>
          client.pass("shell", {
            identities: [],
            header: newHeader(type, "test"),
            parent_header: {},
            metadata: {},
            content: { comm_id, ...content },
            buffers: [],
          });
        const got = new Promise<Json>((resolve) => {
          client.listen((_, { header, content }) => {
            if (header.msg_type === "comm_msg") resolve(content.data as Json);
          });
        });
        await pass("comm_open", { target_name: target, data: {} });
        await pass("comm_msg", { data: sends });
        comms.push(await got);
      }
    }
    await client.fence();
    return { messages, file: formatNotebook(notebook), questions, comms, pages: [] };
  } finally {
    await client.shutdown();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Has the cells run by the runner; it allows no input, so cells that ask are left out. */
export async function playByRunner(cells: FortyCell[]): Promise<string> {
  const folder = makeFolder();
  try {
    const notebook = notebookOf(cells);
    for (const [i, cell] of cells.entries()) {
      const isAsking = questionsOf(cell).length > 0;
      const tags = isAsking ? ["skip-execution"] : ["raises-exception", "stderr"];
      (notebook.cells[i] as CodeCell).metadata = { tags };
    }
    return formatNotebook(await runNotebook(notebook, { spec: ownKernel(), cwd: folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const notebookOf = (cells: FortyCell[]): Notebook =>
  parseNotebook(
    notebookText(
      cells.map(({ source }) => source),
      "tslab",
    ),
    "cells.ipynb",
  );

const launch = () =>
  playwright().chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS === undefined) return;
  await page.setViewportSize({ width: 1200, height: 2400 });
  await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}.png`) });
}
