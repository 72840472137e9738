import type { Config } from "./config";
import type { GuardedDrive } from "./drive";
import type { NotebookView } from "./notebook-view";
import { site } from "./site";
import { say } from "./words";

/**
 * Looks after what a home in the page keeps: says at once where that is nothing, and asks the browser
 * not to clear it away once there is work of the reader's own.
 */
export function watchStorage({ isKept }: Config, drive: GuardedDrive, view: NotebookView): void {
  if (!site) return;
  if (isKept === false) view.note("storage", say("notKept"));
  let hasSaved = false;
  drive.onSaved = () => {
    if (hasSaved) return;
    hasSaved = true;
    // It may ask the reader in turn, and is not there without HTTPS.
    if (isKept !== false) void navigator.storage?.persist?.().catch(() => {});
  };
  window.addEventListener("beforeunload", (event) => {
    // What is left is lost here.
    if (isKept === false && hasSaved) event.preventDefault();
  });
}
