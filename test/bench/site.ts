import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { waitFor } from "../browser/wait-for";
import { CHROMIUM, playwright } from "../support/needs";
import type { Browser, Context, Page } from "../support/playwright";
import { inProject } from "../support/project";
import { runCommand } from "../support/run-command";
import { median } from "./kernel/median";
import { readRounds } from "./read-rounds";
import { SlowHost, type Speed } from "./site/slow-host";

const SPEEDS: [name: string, speed: Speed][] = [
  ["plain", {}],
  ["9 Mbit/s, 60 ms", { megabits: 9, delay: 60 }],
];

/** What must hold on this machine, from an empty cache; bytes until the text is there are seen on a slow line only. */
const MOST: Partial<Record<string, { kB: number; seconds?: number }>> = {
  "reading page: first cell": { kB: 1700, seconds: 1.5 },
  "notebook page: first cell": { kB: 2500, seconds: 3 },
};

interface Measured {
  seconds: number;
  kB: number;
}

/** It has drawings, exercises and a chart, for which plotly.js is loaded with the page: about half of what is counted. */
const LESSON = "02-computational-graphs";
const IS_READ = "performance.getEntriesByName('first-contentful-paint').length > 0";
const RUN = "document.querySelector('.run button')";
const IS_DONE = "document.querySelector('[data-state=done]') !== null";
const IS_OPEN =
  "window.openNotebook !== undefined && document.getElementById('kernel-status').dataset.state === 'idle'";
const FIRST = "openNotebook.panel.content.widgets.find(({ model }) => model.type === 'code')";

/** What a visitor of a lesson waits for, one after the other, each as a step from an open page. */
const WAYS: [name: string, address: string, steps: [start: string, end: string][]][] = [
  ["reading page: text", `en/${LESSON}.html`, [["", IS_READ]]],
  [
    "reading page: first cell",
    `en/${LESSON}.html`,
    [
      ["", `${RUN} !== null`],
      [`${RUN}.click()`, IS_DONE],
    ],
  ],
  [
    "notebook page: first cell",
    `notebook/?notebook=en/${LESSON}.ipynb`,
    [
      ["", IS_OPEN],
      [
        `openNotebook.panel.content.activeCellIndex = openNotebook.panel.content.widgets.indexOf(${FIRST}); document.getElementById("run").click()`,
        `${FIRST}.model.executionCount === 1 && ${FIRST}.model.executionState === "idle"`,
      ],
    ],
  ],
];

/** Goes a way in a new tab of a browser, which may have been there before. */
async function go(
  context: Context,
  host: SlowHost,
  [, address, steps]: (typeof WAYS)[number],
): Promise<Measured> {
  const page: Page = await context.newPage();
  host.sent = 0;
  const start = performance.now();
  await page.goto(host.url + address, { waitUntil: "commit" });
  for (const [act, isOver] of steps) {
    if (act !== "") await page.evaluate(act);
    await waitFor(page, isOver, 120_000);
  }
  const seconds = (performance.now() - start) / 1000;
  const kB = host.sent / 1000;
  await page.close();
  // What the page has asked for last is not the next one's.
  await host.quiet();
  return { seconds, kB };
}

async function measure(browser: Browser, host: SlowHost, rounds: number): Promise<boolean> {
  let isMet = true;
  for (const [line, speed] of SPEEDS) {
    console.log(`\n${line}${" ".repeat(32 - line.length)}cold                    warm`);
    for (const way of WAYS) {
      const [name] = way;
      const [cold, warm]: Measured[][] = [[], []];
      for (let round = 0; round < rounds; round++) {
        const context = await browser.newContext();
        host.speed = speed;
        cold.push(await go(context, host, way));
        warm.push(await go(context, host, way));
        await context.close();
      }
      const of = (all: Measured[]) => ({
        kB: median(all.map(({ kB }) => kB)),
        seconds: median(all.map(({ seconds }) => seconds)),
      });
      const [first, again] = [of(cold), of(warm)];
      const most = line === "plain" ? MOST[name] : undefined;
      const fits =
        most === undefined ||
        (first.kB <= most.kB && (most.seconds === undefined || first.seconds <= most.seconds));
      isMet &&= fits;
      const told = ({ kB, seconds }: Measured) =>
        `${kB.toFixed(0).padStart(6)} kB ${seconds.toFixed(2).padStart(6)} s`;
      const limit =
        most &&
        `   ${fits ? "✓" : "✗"} of ${most.kB} kB${most.seconds ? `, ${most.seconds} s` : ""}`;
      console.log(`${name.padEnd(28)}${told(first)}      ${told(again)}${limit ?? ""}`);
    }
  }
  return isMet;
}

/** Opens the exported site as a visitor does, with an empty cache and again, and holds it against what it may cost. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { rounds: { type: "string", default: "5" } } });
  const rounds = readRounds(values.rounds);
  if (rounds === undefined) return 2;
  if (!existsSync(CHROMIUM)) {
    console.error(`npm run bench -- site: expected Chromium at ${CHROMIUM}, but found none.`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "site-bench-"));
  const run = inProject("kernel-setup", "commands", "boot", "run.mjs");
  const { code, stderr } = await runCommand(process.execPath, [run, "site", "--out", folder]);
  if (code !== 0) throw new Error(`npm run site: expected exit code 0, but got ${code}: ${stderr}`);
  const host = await SlowHost.of(folder);
  const browser = await playwright().chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    console.log(
      `Medians of ${rounds} rounds; kB as they go over the line, with gzip; s from the address on.`,
    );
    return (await measure(browser, host, rounds)) ? 0 : 1;
  } finally {
    await browser.close();
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
