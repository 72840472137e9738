import type { Page } from "./playwright";

/** The files of a front end and its extensions. What they complain of on the console is not ours. */
const OTHERS = {
  "classic Notebook": /\/(?:static|nbextensions)\//,
  JupyterLab: /\/(?:static\/lab|lsp)\//,
};

/**
 * Keeps the errors of a page that shows our cells in somebody else's front end: those that the front end's
 * own files neither throw nor print. Which of its extensions a machine has is no matter of ours.
 *
 * @param errors Gets the texts.
 */
export function keepOwnErrors(page: Page, frontEnd: keyof typeof OTHERS, errors: string[]): void {
  const keep = (text: string, from = "") => {
    if (!OTHERS[frontEnd].test(from)) errors.push(text);
  };
  page.on("pageerror", ({ message, stack = "" }) =>
    keep(
      message,
      stack.split("\n").find((line) => /^\s+at /.test(line)),
    ),
  );
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const text = message.text();
    // Of a script that is not there the page itself complains.
    const [, refused] = /^Refused to execute script from '([^']+)'/.exec(text) ?? [];
    keep(text, refused ?? message.location().url);
  });
}
