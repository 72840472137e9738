import { spawn } from "node:child_process";

/** Opens an address in the user's browser, where there is one; the address is printed anyway. */
export function openBrowser(url: string): void {
  const [command, ...args] = {
    darwin: ["open", url],
    win32: ["rundll32", "url.dll,FileProtocolHandler", url],
  }[process.platform as string] ?? ["xdg-open", url];
  const child = spawn(command as string, args, { stdio: "ignore", detached: true });
  child.on("error", () => {}); // no browser: a remote machine, say
  child.unref();
}
