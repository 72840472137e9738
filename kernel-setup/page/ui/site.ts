import type { SafeOutputs } from "./safe-outputs";

/** What stands in the page of a static site, for want of a server that could be asked for it. */
export interface Site {
  /** The site's folder, from the page. */
  folder: string;
  /** The script with the page's home, from the page. */
  home: string;
  /** By what of the site outputs are shown, from the page. */
  outputs: SafeOutputs;
  /** What the page starts with. */
  config: Record<string, unknown>;
}

/** The site that this page belongs to; nothing where the server of npm start has sent it. */
export const site: Site | undefined = (() => {
  const text = document.getElementById("site")?.textContent;
  return text ? (JSON.parse(text) as Site) : undefined;
})();
