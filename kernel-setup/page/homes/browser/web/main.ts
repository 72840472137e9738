import type { HomeSettings } from "../start";
import { openHomeWith, type SiteConfig } from "./open-home";
import { workerKernels } from "./worker-kernels";

/** The home of the notebook page of a site, for the page: see ui/home.ts. */
export const openHome = (site: URL, config: SiteConfig): Promise<HomeSettings> =>
  openHomeWith((files) => workerKernels(config.kernels, site, files), site, config);
