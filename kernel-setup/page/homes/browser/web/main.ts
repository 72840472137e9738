import { KernelError } from "../../../../jupyter/client/kernel-error";
import type { HomeSettings } from "../start";
import { openHomeWith, type SiteConfig } from "./open-home";

/** The home of the notebook page of a site, for the page: see ui/home.ts. */
export const openHome = (site: URL, config: SiteConfig): Promise<HomeSettings> =>
  openHomeWith(
    {
      start: async () => {
        throw new KernelError("There is no kernel in this page yet.");
      },
    },
    site,
    config,
  );
