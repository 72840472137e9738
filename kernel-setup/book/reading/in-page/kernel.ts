import { DEFAULT_LANGUAGE, type Language } from "../../../../src/text/languages";
import { startWorkerKernel } from "../../../kernel/web/start";
import { serveSignals } from "../../../page/homes/browser/serve-signals";
import { words } from "../../../text/texts";
import type { Kernels } from "../cell-runs";

/**
 * The kernel that lies beside the site's pages.
 *
 * @param folder The address of its folder; what stands behind the question mark there tells its edition.
 * @param site That of the site's folder.
 */
export function kernelsIn(folder: URL, site: URL, language: Language): Kernels {
  const address = (name: string) => {
    const file = new URL(name, folder);
    file.search = folder.search;
    return file;
  };
  const json = async (name: string) => {
    const answer = await fetch(address(name)).catch(() => undefined);
    if (!answer?.ok) throw new Error(words("run.notLoaded")[language]);
    return answer.json() as Promise<Record<string, string>>;
  };
  let signals: ReturnType<typeof serveSignals> | undefined;
  return {
    async start() {
      signals ??= serveSignals(site);
      return startWorkerKernel({
        script: address("kernel.js"),
        declarations: await json("declarations.json"),
        // TypeScript's own language is the default one.
        messages: async (spoken) =>
          spoken === DEFAULT_LANGUAGE ? undefined : json(`messages-${spoken}.json`),
        settings: { BACKPROP_HOME: "" },
        signals,
      });
    },
    // Its words are all that tells it from a stop that has cost nothing.
    isNew: ({ evalue }) => Object.values(words("kernel.replaced")).includes(String(evalue)),
  };
}
