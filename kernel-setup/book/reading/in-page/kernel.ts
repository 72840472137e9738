import { DEFAULT_LANGUAGE, type Language } from "../../../../src/text/languages";
import { startWorkerKernel } from "../../../kernel/web/start";
import { mnistFrom } from "../../../page/homes/browser/web/mnist";
import { words } from "../../../text/texts";
import type { Kernels } from "../cell-runs";

/**
 * The kernel that lies beside the site's pages, with what its cells may ask for.
 *
 * @param root The site's folder.
 * @param kernel The kernel's folder in it; what stands behind the question mark there tells its edition.
 */
export function kernelsOf(root: URL, kernel: string, language: Language): Kernels {
  const folder = new URL(kernel, root);
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
        supplies: [mnistFrom(new URL("mnist/", root))],
      }),
    // Its words are all that tells it from a stop that has cost nothing.
    isNew: ({ evalue }) => Object.values(words("kernel.replaced")).includes(String(evalue)),
  };
}
