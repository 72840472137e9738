import { runCommand, type Usage } from "../setup/arguments";
import { choosePort } from "../setup/choose-port";
import { findJupyter, INSTALL_JUPYTER } from "../setup/find-jupyter";
import { interrupted } from "../setup/interrupted";
import { startJupyter } from "../setup/jupyter-server";
import { lessonLanguage } from "../setup/lesson-language";
import { type Opening, openBrowser } from "../setup/open-browser";
import { JUPYTER_FOLDER, NOTEBOOKS } from "../setup/project";
import { bringCopiesUpToDate } from "../setup/report-copies";

const usage = {
  command: "npm run jupyter",
  options: {
    lang: { type: "string" },
    port: { type: "string" },
    "no-browser": { type: "boolean" },
  },
  help: `npm run jupyter [-- OPTIONS]: opens the lessons, as copies of your own, in an installed Jupyter.

  --lang en|ko   the language of the lessons (else the one of LANG, else English)
  --port NUMBER  the port to serve on (else the first free one from 8888 on)
  --no-browser   print the address only

Ctrl-C ends Jupyter and its kernels. Your copies are in notebooks/mine.`,
} satisfies Usage;

/** Opens the lessons: brings the working copies up to date, starts a notebook server, waits for Ctrl-C. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    const language = lessonLanguage(usage.command, values.lang);
    const port = await choosePort(usage.command, values.port);
    const mine = bringCopiesUpToDate(NOTEBOOKS);
    const jupyter = findJupyter();
    if (!jupyter) {
      console.error(
        `No Jupyter was found on this machine: \`npm start\` opens the lessons without one; or install it with \`${INSTALL_JUPYTER}\`, then run \`npm run jupyter\` again.`,
      );
      return 1;
    }
    console.log(`Starting ${jupyter.name} ${jupyter.version} …`);
    const { signal, release } = interrupted("jupyter");
    let opening: Opening | undefined;
    try {
      const options = { home: JUPYTER_FOLDER, notebooks: mine, first: language, signal };
      const server = await startJupyter({ jupyter, port, ...options });
      if (!signal.aborted) {
        console.log(`\nThe lessons are open at\n\n    ${server.url}\n\nCtrl-C ends them.`);
        if (!values["no-browser"]) opening = openBrowser(JUPYTER_FOLDER, () => server.url);
      }
      return ending(await server.ended, signal.aborted);
    } finally {
      opening?.end();
      release();
    }
  });
}

function ending(lastWords: string, asked: boolean): number {
  if (asked) {
    console.log("\nJupyter and its kernels have ended.");
    return 0;
  }
  console.error(`Jupyter has ended by itself. Its last words:\n${lastWords}`);
  return 1;
}
