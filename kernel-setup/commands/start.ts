import { join } from "node:path";
import { runCommand, type Usage, UsageError } from "../setup/arguments";
import { findJupyter, INSTALL_JUPYTER } from "../setup/find-jupyter";
import { freePort, isFree } from "../setup/free-port";
import { startJupyter } from "../setup/jupyter-server";
import { LANGUAGES, lessonLanguage } from "../setup/lesson-language";
import { openBrowser } from "../setup/open-browser";
import { JUPYTER_FOLDER, NOTEBOOKS } from "../setup/project";
import { updateCopies } from "../setup/working-copy";

const usage = {
  command: "npm start",
  options: {
    lang: { type: "string" },
    port: { type: "string" },
    "no-browser": { type: "boolean" },
  },
  help: `npm start [-- OPTIONS]: opens the lessons, as copies of your own, in an installed Jupyter.

  --lang en|ko   the language of the lessons (else the one of LANG, else English)
  --port NUMBER  the port to serve on (else the first free one from 8888 on)
  --no-browser   print the address only

Ctrl-C ends Jupyter and its kernels. Your copies are in notebooks/mine.`,
} satisfies Usage;

/** Opens the lessons: brings the working copies up to date, starts a notebook server, waits for Ctrl-C. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    const language = lessonLanguage(usage.command, values.lang);
    const port = await choosePort(values.port);
    const mine = join(NOTEBOOKS, "mine");
    for (const each of LANGUAGES) reportCopies(each, mine);
    const jupyter = findJupyter();
    if (!jupyter) {
      console.error(
        `The lessons open in Jupyter, and none was found on this machine: install it with \`${INSTALL_JUPYTER}\`, then run \`npm start\` again.`,
      );
      return 1;
    }
    console.log(`Starting ${jupyter.name} ${jupyter.version} …`);
    const { signal, release } = interrupted();
    try {
      const options = { home: JUPYTER_FOLDER, notebooks: mine, first: language, signal };
      const server = await startJupyter({ jupyter, port, ...options });
      if (!signal.aborted) {
        console.log(`\nThe lessons are open at\n\n    ${server.url}\n\nCtrl-C ends them.`);
        if (!values["no-browser"]) openBrowser(server.url);
      }
      return ending(await server.ended, signal.aborted);
    } finally {
      release();
    }
  });
}

async function choosePort(asked: string | undefined): Promise<number> {
  if (asked === undefined) return freePort();
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port < 1 || port > 65535)
    throw new UsageError(
      `npm start: expected --port to be a number from 1 to 65535, but got ${JSON.stringify(asked)}.`,
    );
  if (!(await isFree(port)))
    throw new UsageError(
      `npm start: expected --port to be free, but got ${port}, which is in use.`,
    );
  return port;
}

function reportCopies(language: string, mine: string): void {
  for (const [file, state] of updateCopies(join(NOTEBOOKS, language), join(mine, language))) {
    const name = `notebooks/mine/${language}/${file}`;
    const reset = `npm run reset -- ${file.slice(0, 2)} --lang ${language}`;
    if (state === "refreshed") console.log(`${name}: refreshed, since the lesson has changed.`);
    if (state === "behind")
      console.log(
        `${name}: the lesson has changed, and so have you: your work stays. \`${reset}\` gives the new lesson and keeps yours beside it.`,
      );
    if (state === "unreadable")
      console.log(
        `${name}: is not a notebook that can be read, and was left alone. \`${reset}\` gives a fresh copy and keeps it beside.`,
      );
  }
}

/** A signal for Ctrl-C and for the end of the terminal. Ctrl-C may come twice: npm passes it on. */
function interrupted(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of names) process.on(name, abort);
  const release = () => {
    for (const name of names) process.off(name, abort);
  };
  return { signal: controller.signal, release };
}

function ending(lastWords: string, asked: boolean): number {
  if (asked) {
    console.log("\nJupyter and its kernels have ended.");
    return 0;
  }
  console.error(`Jupyter has ended by itself. Its last words:\n${lastWords}`);
  return 1;
}
