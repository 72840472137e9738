import type { ServiceManager } from "@jupyterlab/services";
import type { Language } from "../../../src/text/languages";

/** What a user has chosen; kept by the server, so also for another browser or port. */
export interface Look {
  theme?: "light" | "dark";
  language?: Language;
  /** On wide pages; on a phone the list lies over the lesson, and starts closed each time. */
  list?: "shown" | "hidden";
}

const ID = "notebook-page:look";

/** The look that was chosen last; empty where none was. */
export async function readLook(manager: ServiceManager): Promise<Look> {
  try {
    return JSON.parse((await manager.settings.fetch(ID))?.raw ?? "{}") as Look;
  } catch {
    return {};
  }
}

/** Keeps the look for the next time; where it cannot, it is forgotten. */
export async function keepLook(manager: ServiceManager, look: Look): Promise<void> {
  await manager.settings.save(ID, JSON.stringify(look)).catch(() => {});
}

/** Puts a theme on; without a choice, the system's. */
export async function applyTheme(theme: Look["theme"]): Promise<"light" | "dark"> {
  const isDark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const [on, off] = isDark ? ["theme-dark", "theme-light"] : ["theme-light", "theme-dark"];
  await enable(document.getElementById(on as string) as HTMLLinkElement);
  (document.getElementById(off as string) as HTMLLinkElement).disabled = true;
  // Charts and drawings look at their colours when these change: so after the sheet is there.
  document.body.dataset.jpThemeLight = String(!isDark);
  document.body.dataset.jpThemeName = isDark ? "JupyterLab Dark" : "JupyterLab Light";
  return isDark ? "dark" : "light";
}

/** A style sheet that was switched off is fetched when it is switched on. */
function enable(sheet: HTMLLinkElement): Promise<void> {
  sheet.disabled = false;
  if (sheet.sheet) return Promise.resolve();
  return new Promise((resolve) => {
    for (const event of ["load", "error"])
      sheet.addEventListener(event, () => resolve(), { once: true });
  });
}
