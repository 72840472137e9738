import type { SignalSite } from "../../../kernel/web/signals";

/** As far as they are used. */
interface Container {
  readonly ready: Promise<{ active: { postMessage(message: unknown): void } | null }>;
  register(script: URL, options: { scope: string }): Promise<unknown>;
}

/**
 * Has the site's service worker answer what cells ask that block their worker.
 *
 * @param site - The site's folder, which holds `service-worker.js`; the page lies below it.
 * @returns Nothing where the browser has or allows no service workers, as without a safe connection, in some private
 * windows and in files that are opened without a host.
 */
export async function serveSignals(site: URL): Promise<SignalSite | undefined> {
  const { navigator } = globalThis as { navigator?: { serviceWorker?: Container } };
  const serviceWorker = navigator?.serviceWorker;
  if (serviceWorker === undefined) return undefined;
  try {
    await serviceWorker.register(new URL("service-worker.js", site), { scope: site.pathname });
    const { active } = await serviceWorker.ready;
    return { address: site.href, claim: () => active?.postMessage("claim") };
  } catch {
    return undefined;
  }
}
