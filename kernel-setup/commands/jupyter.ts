import { join } from "node:path";
import type { Home } from "../jupyter/kernelspecs/home";
import { CannotRun, runCommand, type Usage, UsageError } from "./parts/arguments";
import { brokenSpec } from "./parts/check-kernel";
import { choosePort } from "./parts/choose-port";
import { findJupyter, INSTALL_JUPYTER } from "./parts/find-jupyter";
import { interrupted } from "./parts/interrupted";
import { startJupyter } from "./parts/jupyter-server";
import { copyName, HOME_OPTION, homeHelp, openHome } from "./parts/learner-home";
import { langHelp, lessonLanguage } from "./parts/lesson-language";
import { type Opening, openBrowser } from "./parts/open-browser";
import { JUPYTER_FOLDER, KERNEL_NAME, NOTEBOOKS, ROOT } from "./parts/project";
import { bringCopiesUpToDate } from "./parts/report-copies";
import { writeStockTslab } from "./parts/stock-tslab";
import { readUserKernel } from "./parts/user-kernel";

const usage = {
  command: "npm run jupyter",
  options: {
    lang: { type: "string" },
    port: { type: "string" },
    "no-browser": { type: "boolean" },
    "stock-tslab": { type: "boolean" },
    ...HOME_OPTION,
  },
  help: `npm run jupyter [-- OPTIONS]: opens the lessons, as copies of your own, in an installed Jupyter.

${langHelp("the language of the lessons", 17)}
  --port NUMBER  the port to serve on (else the first free one from 8888 on)
  --no-browser   print the address only
  --stock-tslab  run the cells on tslab as it is sold, in place of our kernel
${homeHelp(17)}

Ctrl-C ends Jupyter and its kernels. Your copies are in notebooks/mine of the folder in which they are kept.`,
} satisfies Usage;

/** Opens the lessons: brings the working copies up to date, starts a notebook server, waits for Ctrl-C. */
export function main(args: string[]): Promise<number> {
  return runCommand(usage, args, async ({ values }) => {
    const language = lessonLanguage(usage.command, values.lang);
    const port = await choosePort(usage.command, values.port);
    const home = openHome(usage.command, values.home);
    const isStock = values["stock-tslab"] === true;
    if (isStock) expectOwnFolder(home);
    const mine = bringCopiesUpToDate(NOTEBOOKS, home, values.home);
    expectKernel();
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
      const kernels = isStock ? writeStockTslab(home.servers) : JUPYTER_FOLDER;
      const folders = { kernels, home: home.servers, notebooks: mine };
      const server = await startJupyter({ jupyter, port, ...folders, first: language, signal });
      if (!signal.aborted) {
        console.log(`\nThe lessons are open at\n\n    ${server.url}\n\nCtrl-C ends them.`);
        if (isStock)
          console.log("Cells run on a stock tslab, unless a notebook names another kernel.");
        if (home.folder !== ROOT) console.log(`Your copies are in ${copyName(home)}.`);
        if (!values["no-browser"]) opening = openBrowser(home.servers, () => server.url);
      }
      return ending(await server.ended, signal.aborted);
    } finally {
      opening?.end();
      release();
    }
  });
}

/** Jupyter reads the kernel's file, which whoever cannot write into the clone cannot bring up to date. */
function expectKernel(): void {
  const spec = readUserKernel(join(JUPYTER_FOLDER, "kernels", KERNEL_NAME));
  const broken = spec ? brokenSpec(spec) : "it has no kernelspec";
  if (broken)
    throw new CannotRun(
      `${usage.command}: expected the clone's kernel to be where it was built, but ${broken}: whoever owns the clone runs \`npm run build\` in it; \`npm start\` needs no such file.`,
    );
}

/** A stock tslab finds what cells import from their own folder upwards, and nowhere else. */
function expectOwnFolder({ folder }: Home): void {
  if (folder !== ROOT)
    throw new UsageError(
      `${usage.command}: expected --stock-tslab with copies in the clone, where a stock tslab finds the library, but they are kept in ${folder}.`,
    );
}

function ending(lastWords: string, asked: boolean): number {
  if (asked) {
    console.log("\nJupyter and its kernels have ended.");
    return 0;
  }
  console.error(`Jupyter has ended by itself. Its last words:\n${lastWords}`);
  return 1;
}
