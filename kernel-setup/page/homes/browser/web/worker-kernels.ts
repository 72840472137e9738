import type { KernelStarter } from "../../../server/home";
import type { KernelFiles } from "../kernel-files";
import { type SiteKernels, siteKernels } from "./site-kernels";

/** Kernels in workers of this page, as a site brings them, with the files of this home. */
export function workerKernels(parts: SiteKernels, site: URL, files: KernelFiles): KernelStarter {
  const start = siteKernels(parts, site, json);
  return {
    async start(_found, { cwd }) {
      const { all } = files;
      const started = await start({
        folder: cwd,
        files: files.codeOf(all),
        kept: all,
        keep: (changes) => void files.keep(changes).catch(tell),
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
