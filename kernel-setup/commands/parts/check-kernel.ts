import { accessSync, constants, existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import type { FoundKernelSpec, KernelSpec } from "../../jupyter/kernelspecs/spec";
import type { Message } from "../../jupyter/messages/message";

/**
 * What keeps a kernelspec from starting, as half a sentence: a Node that was removed, a clone that was moved.
 *
 * @returns Nothing when its files are there.
 */
export function brokenSpec({ argv }: KernelSpec): string | undefined {
  const [node = "", ...rest] = argv;
  if (isAbsolute(node)) {
    try {
      accessSync(node, constants.X_OK);
    } catch {
      return `its Node, ${node}, is not there`;
    }
  }
  const lost = rest.find((arg) => isAbsolute(arg) && !existsSync(arg));
  return lost && `its file ${lost} is not there`;
}

/**
 * Starts a kernel, runs one cell and ends the kernel.
 *
 * @returns The text of the cell's result.
 * @throws Error with what the kernel said when it does not start, or the cell fails or shows nothing.
 */
export async function runOneCell(
  found: FoundKernelSpec,
  cwd: string,
  code: string,
): Promise<string> {
  // Loaded here: the doctor must be able to speak when zeromq cannot be loaded.
  const { startKernel } = await import("../../jupyter/client/start-kernel.js");
  const client = await startKernel(found, { cwd });
  try {
    const results: string[] = [];
    const onMessage = ({ header, content }: Message) => {
      const data = content.data as Record<string, unknown> | undefined;
      if (header.msg_type === "execute_result") results.push(String(data?.["text/plain"]));
    };
    const { status, content } = await client.execute(code, { onMessage });
    if (status !== "ok") throw new Error(`${code}: ${content.ename}: ${content.evalue}`);
    const [result] = results;
    if (result === undefined) throw new Error(`expected a result of ${code}, but got none.`);
    return result;
  } finally {
    await client.shutdown();
  }
}
