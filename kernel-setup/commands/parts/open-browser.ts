import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { DEFAULT_LANGUAGE, LANGUAGES } from "../../../src/text/languages";
import { words } from "../../text/texts";

/** A browser that was asked to open an address. */
export interface Opening {
  /** Takes back what was left for the browser. */
  end(): void;
}

/**
 * Opens an address in the user's browser, where there is one; the address is printed anyway.
 *
 * All users of a machine can read the arguments of a command, and browsers keep them for as long as
 * they run. So the browser gets the name of a file that nobody else can read, and the file leads on.
 *
 * @param home where the file lies, in a folder of its own
 * @param addressFor makes an address that opens once, and calls back when that was done
 */
export function openBrowser(home: string, addressFor: (used: () => void) => string): Opening {
  mkdirSync(home, { recursive: true });
  const folder = mkdtempSync(join(home, "open-")); // 0700
  const end = () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // On Windows a browser may still read it. Its address opens nothing any more.
    }
  };
  const file = join(folder, "notebooks.html");
  const address = addressFor(end).replaceAll("&", "&amp;");
  const links = LANGUAGES.map(
    (lang) => `<a lang="${lang}" href="${address}">${words("page.openNotebooks")[lang]}</a>`,
  );
  const page = `<!doctype html><meta charset="utf-8"><title>${words("page.title")[DEFAULT_LANGUAGE]}</title>
<meta http-equiv="refresh" content="0;url=${address}">
<p>${links.join(" · ")}</p>
`;
  writeFileSync(file, page, { mode: 0o600 });
  const place = pathToFileURL(file).href;
  const [command, ...args] = {
    darwin: ["open", place],
    win32: ["rundll32", "url.dll,FileProtocolHandler", place],
  }[process.platform as string] ?? ["xdg-open", place];
  const child = spawn(command as string, args, { stdio: "ignore", detached: true });
  child.on("error", end); // no browser: a remote machine, say
  child.unref();
  return { end };
}
