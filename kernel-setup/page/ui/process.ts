/** What a few packages expect of Node's `process`. */
export const process = {
  env: {} as Record<string, string | undefined>,
  argv: [] as string[],
  platform: "browser",
  cwd: () => "/",
};
