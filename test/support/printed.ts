/** What a call prints with console.log. */
export function printed(run: () => void): string {
  const { log } = console;
  const lines: unknown[] = [];
  console.log = (...args: unknown[]) => void lines.push(args.join(" "));
  try {
    run();
  } finally {
    console.log = log;
  }
  return lines.map((line) => `${line}\n`).join("");
}
