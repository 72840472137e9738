import type { Tabs } from "../start";

/**
 * The other tabs of a site; nothing where a browser has no way to them. They then hear of each other's
 * changes when they look at their files.
 */
export function tabsOf(site: URL): Tabs | undefined {
  if (typeof BroadcastChannel === "undefined") return undefined;
  const channel = new BroadcastChannel(`${site.pathname}notebooks`);
  const tabs: Tabs = { tell: (events) => channel.postMessage(events), onTold() {} };
  channel.onmessage = ({ data }) => {
    // Other sites may share this one's address.
    if (Array.isArray(data) && data.every(isEvent)) tabs.onTold(data);
  };
  return tabs;
}

function isEvent(value: unknown): boolean {
  const { action, path, source_path: from } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof action === "string" &&
    typeof path === "string" &&
    (from === undefined || typeof from === "string")
  );
}
