import { DEFAULT_LANGUAGE } from "../../../../../src/text/languages";
import { startWorkerKernel } from "../../../../kernel/web/start";
import type { KernelStarter } from "../../../server/home";
import type { KernelFiles } from "../kernel-files";
import { mnistFrom } from "./mnist";

/** Where a site has what its kernels are made of. */
export interface SiteKernels {
  /** The folder of the kernel; what stands behind the question mark there tells its edition. */
  kernel: string;
  /** The folder of MNIST's images; a site without them runs no lesson that asks for them. */
  mnist?: string;
}

/** Kernels in workers of this page, as a site brings them. */
export function workerKernels(
  { kernel, mnist }: SiteKernels,
  site: URL,
  files: KernelFiles,
): KernelStarter {
  const folder = new URL(kernel, site);
  const address = (name: string) => {
    const file = new URL(name, folder);
    file.search = folder.search;
    return file;
  };
  let declarations: Promise<Record<string, string>> | undefined;
  return {
    async start(_found, { cwd }) {
      // For all kernels of the page; what has failed is asked for again.
      declarations ??= json(address("declarations.json"));
      declarations.catch(() => {
        declarations = undefined;
      });
      const { all } = files;
      const started = await startWorkerKernel({
        script: address("kernel.js"),
        declarations: await declarations,
        folder: cwd,
        files: files.codeOf(all),
        kept: all,
        keep: (changes) => void files.keep(changes).catch(tell),
        // TypeScript's own language is the default one.
        messages: async (language) =>
          language === DEFAULT_LANGUAGE ? undefined : json(address(`messages-${language}.json`)),
        supplies: mnist === undefined ? [] : [mnistFrom(new URL(mnist, site))],
      });
      const stop = files.listen((changes) => {
        started.change(files.codeOf(changes));
        started.changeKept(changes);
      });
      void started.ended.then(stop);
      return started;
    },
  };
}

/** The cell has ended: what was not kept is there as long as the kernel. */
const tell = (error: Error) => console.warn(`A file of a cell could not be kept: ${error.message}`);

async function json(address: URL): Promise<Record<string, string>> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.pathname} could not be loaded: ${answer.status}`);
  return answer.json();
}
