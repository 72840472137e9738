import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { startServer } from "../page/homes/machine/server";
import { runCommand, type Usage, UsageError } from "./parts/arguments";
import { choosePort } from "./parts/choose-port";
import { interrupted } from "./parts/interrupted";
import { copyName, HOME_OPTION, homeHelp, openHome } from "./parts/learner-home";
import { learnerWork, lessonFinder } from "./parts/learner-work";
import { langHelp, lessonLanguage } from "./parts/lesson-language";
import { listLessons, noLessons } from "./parts/lesson-list";
import { type Opening, openBrowser } from "./parts/open-browser";
import { NOTEBOOKS, PAGE, ROOT } from "./parts/project";
import { projectKernel } from "./parts/project-kernelspec";
import { bringCopiesUpToDate } from "./parts/report-copies";

const usage = {
  command: "npm start",
  options: {
    lang: { type: "string" },
    notebooks: { type: "string" },
    port: { type: "string" },
    "no-browser": { type: "boolean" },
    ...HOME_OPTION,
  },
  help: `npm start [-- OPTIONS]: opens the lessons, as copies of your own, in a notebook page of this project.

${langHelp("the language of the lessons", 20)}
  --notebooks DIR   opens the notebooks of another folder instead
  --port NUMBER     the port to serve on (else the first free one from 8888 on)
  --no-browser      prints the address only
${homeHelp(20)}

Ctrl-C ends the page and its kernels. Your copies are in notebooks/mine of the folder in which they are
kept. \`npm run jupyter\` opens them in an installed JupyterLab or Notebook.`,
} satisfies Usage;

/** Opens the lessons: brings the working copies up to date, starts the server, waits for Ctrl-C. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    const language = lessonLanguage(usage.command, values.lang);
    const folder = values.notebooks === undefined ? undefined : existingFolder(values.notebooks);
    const port = await choosePort(usage.command, values.port);
    const home = openHome(usage.command, values.home);
    const notebooks = folder ?? bringCopiesUpToDate(NOTEBOOKS, home, values.home);
    const lessons = folder === undefined ? listLessons(notebooks, NOTEBOOKS) : noLessons();
    const first = lessons[language][0]?.path;
    const { signal, release } = interrupted("start");
    const server = await startServer({
      notebooks,
      home: home.servers,
      kernels: [projectKernel()],
      page: {
        folder: PAGE,
        config: { language, lessons, ...(folder === undefined && { scorecard: "scorecard.json" }) },
      },
      port,
      work: learnerWork(home),
      lessonOf: lessonFinder(NOTEBOOKS),
    });
    let opening: Opening | undefined;
    try {
      const url = first === undefined ? server.url : server.urlOf(first);
      const what = folder === undefined ? "The lessons" : `The notebooks in ${folder}`;
      // The first cell shall not wait: a kernel for the folder that opens first starts now.
      const kernel = server.prepareKernel(first ?? "");
      console.log(`\n${what} are open at\n\n    ${url}\n\nCtrl-C ends them.\n`);
      if (folder === undefined && home.folder !== ROOT)
        console.log(`Your copies are in ${copyName(home)}.`);
      if (!values["no-browser"]) {
        opening = openBrowser(home.servers, (used) => server.onceUrlOf(first ?? "", used));
      }
      kernel.then(
        () => console.log(`Ready to run cells, ${secondsSinceStart()} s after the start.`),
        (error: Error) => {
          if (signal.aborted) return;
          console.error(`${error.message}\n\`npm run doctor\` says what is wrong.`);
        },
      );
      if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
    } finally {
      opening?.end();
      await server.stop();
      release();
    }
    console.log("\nThe page and its kernels have ended.");
    return 0;
  });
}

/** Since Node started: with the installation and the build of a first start. */
const secondsSinceStart = () => (performance.now() / 1000).toFixed(1);

function existingFolder(asked: string): string {
  // npm runs in the clone, whoever calls it from where.
  const folder = resolve(process.env.INIT_CWD ?? "", asked);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new UsageError(
    `npm start: expected --notebooks to be a folder, but got ${JSON.stringify(asked)}.`,
  );
}
