import { DEFAULT_LANGUAGE, type Language } from "../../../../src/text/languages";
import { startWorkerKernel } from "../../../kernel/web/start";
import { words } from "../../../text/texts";
import type { Kernels } from "../cell-runs";

/**
 * The kernel that lies beside the site's pages.
 *
 * @param folder The address of its folder; what stands behind the question mark there tells its edition.
 */
export function kernelsIn(folder: URL, language: Language): Kernels {
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
  return {
    start: async () =>
      startWorkerKernel({
        script: address("kernel.js"),
        declarations: await json("declarations.json"),
        // TypeScript's own language is the default one.
        messages: async (spoken) =>
          spoken === DEFAULT_LANGUAGE ? undefined : json(`messages-${spoken}.json`),
        settings: { BACKPROP_HOME: "" },
      }),
    // Its words are all that tells it from a stop that has cost nothing.
    isNew: ({ evalue }) => Object.values(words("kernel.replaced")).includes(String(evalue)),
  };
}
