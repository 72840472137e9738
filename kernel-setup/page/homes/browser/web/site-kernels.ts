import { DEFAULT_LANGUAGE } from "../../../../../src/text/languages";
import {
  startWorkerKernel,
  type WorkerKernel,
  type WorkerKernelOptions,
} from "../../../../kernel/web/start";
import { serveSignals } from "../serve-signals";
import { mnistFrom } from "./mnist";

/** Where a site has what its kernels are made of. */
export interface SiteKernels {
  /** The folder of the kernel; what stands behind the question mark there tells its edition. */
  kernel: string;
  /** The folder of MNIST's images; a site without them runs no lesson that asks for them. */
  mnist?: string;
}

/** What one who starts a kernel adds to what the site brings. */
export type OwnOptions = Omit<
  WorkerKernelOptions,
  "script" | "declarations" | "messages" | "signals" | "supplies"
>;

/**
 * What starts kernels in workers of this page, made of the site's files.
 *
 * @param site The site's folder.
 * @param read Gives the JSON at an address, or says why it is not to be had.
 */
export function siteKernels(
  { kernel, mnist }: SiteKernels,
  site: URL,
  read: (address: URL) => Promise<Record<string, string>>,
): (own: OwnOptions) => Promise<WorkerKernel> {
  const folder = new URL(kernel, site);
  const address = (name: string) => {
    const file = new URL(name, folder);
    file.search = folder.search;
    return file;
  };
  let declarations: Promise<Record<string, string>> | undefined;
  let signals: ReturnType<typeof serveSignals> | undefined;
  return async (own) => {
    // For all kernels of the page; what has failed is asked for again.
    declarations ??= read(address("declarations.json"));
    declarations.catch(() => {
      declarations = undefined;
    });
    signals ??= serveSignals(site);
    return startWorkerKernel({
      ...own,
      script: address("kernel.js"),
      declarations: await declarations,
      // TypeScript's own language is the default one.
      messages: async (language) =>
        language === DEFAULT_LANGUAGE ? undefined : read(address(`messages-${language}.json`)),
      signals,
      supplies: mnist === undefined ? [] : [mnistFrom(new URL(mnist, site))],
    });
  };
}
