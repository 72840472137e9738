import type { ServiceManager } from "@jupyterlab/services";
import type { Language } from "./words";

/** What a user has chosen; kept by the server, so also for another browser or port. */
export interface Look {
  theme?: "light" | "dark";
  language?: Language;
  list?: "shown" | "hidden";
}

const ID = "notebook-page:look";

export async function readLook(manager: ServiceManager): Promise<Look> {
  try {
    return JSON.parse((await manager.settings.fetch(ID))?.raw ?? "{}") as Look;
  } catch {
    return {};
  }
}

export async function keepLook(manager: ServiceManager, look: Look): Promise<void> {
  await manager.settings.save(ID, JSON.stringify(look)).catch(() => {});
}

/** Puts a theme on; without a choice, the system's. */
export function applyTheme(theme: Look["theme"]): "light" | "dark" {
  const isDark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  for (const [id, isOn] of [
    ["theme-light", !isDark],
    ["theme-dark", isDark],
  ] as const) {
    (document.getElementById(id) as HTMLLinkElement).disabled = !isOn;
  }
  document.body.dataset.jpThemeLight = String(!isDark);
  document.body.dataset.jpThemeName = isDark ? "JupyterLab Dark" : "JupyterLab Light";
  return isDark ? "dark" : "light";
}
