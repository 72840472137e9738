import { UsageError } from "./arguments";
import { freePort, isFree } from "./free-port";

/**
 * The port to serve on: the one asked for, else the first free one from 8888 on.
 *
 * @param asked The value of `--port`.
 * @throws UsageError for what is no port, or one in use.
 */
export async function choosePort(command: string, asked: string | undefined): Promise<number> {
  if (asked === undefined) return freePort();
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port < 1 || port > 65535)
    throw new UsageError(
      `${command}: expected --port to be a number from 1 to 65535, but got ${JSON.stringify(asked)}.`,
    );
  if (!(await isFree(port)))
    throw new UsageError(
      `${command}: expected --port to be free, but got ${port}, which is in use.`,
    );
  return port;
}
