import type { Language } from "../../../../src/text/languages";
import { siteKernels } from "../../../page/homes/browser/web/site-kernels";
import { words } from "../../../text/texts";
import type { Kernels } from "../cell-runs";

/**
 * The kernel that lies beside the site's pages, with what its cells may ask for.
 *
 * @param root The site's folder.
 * @param kernel The kernel's folder in it; what stands behind the question mark there tells its edition.
 */
export function kernelsOf(root: URL, kernel: string, language: Language): Kernels {
  const start = siteKernels({ kernel, mnist: "mnist/" }, root, async (address) => {
    const answer = await fetch(address).catch(() => undefined);
    if (!answer?.ok) throw new Error(words("run.notLoaded")[language]);
    return answer.json();
  });
  return {
    start: () => start({ settings: { BACKPROP_HOME: "" } }),
    // Its words are all that tells it from a stop that has cost nothing.
    isNew: ({ evalue }) => Object.values(words("kernel.replaced")).includes(String(evalue)),
  };
}
