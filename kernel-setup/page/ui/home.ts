import { PageConfig } from "@jupyterlab/coreutils";
import { ServerConnection } from "@jupyterlab/services";
import { type Config, readConfig } from "./config";
import { fetchWithKey, type KeyListener, SocketWithKey } from "./key";
import { site } from "./site";

/** Where the page's server lives, and what it says of itself. */
export interface HomeOfPage {
  settings: ServerConnection.ISettings;
  config: Config;
}

/** What a site's script with the home exports: see homes/browser/web/main.ts. */
interface HomeScript {
  openHome(
    site: URL,
    config: Record<string, unknown>,
  ): Promise<Partial<ServerConnection.ISettings>>;
}

/**
 * Finds the home: npm start's server on this machine, or on a static site one in this page.
 *
 * @returns nothing when this browser has no key, or that of another start of the server.
 */
export async function findHome(key: KeyListener): Promise<HomeOfPage | undefined> {
  const parts = site ? await inPage(site) : onMachine(key);
  PageConfig.setOption("baseUrl", parts.baseUrl ?? "");
  PageConfig.setOption("wsUrl", parts.wsUrl ?? "");
  PageConfig.setOption("appUrl", "");
  const settings = ServerConnection.makeSettings(parts);
  const config = await readConfig(settings);
  return config && { settings, config };
}

function onMachine(key: KeyListener): Partial<ServerConnection.ISettings> {
  // Scripts in outputs ask with the key too, as they would in Jupyter.
  window.fetch = fetchWithKey(key);
  return {
    baseUrl: `${location.origin}/`,
    wsUrl: `${location.origin.replace(/^http/, "ws")}/`,
    fetch: window.fetch,
    WebSocket: SocketWithKey,
    appendToken: false,
  };
}

async function inPage({ folder, home, config }: NonNullable<typeof site>) {
  const script = (await import(new URL(home, document.baseURI).href)) as HomeScript;
  return script.openHome(new URL(folder, document.baseURI), config);
}
