import { setTimeout as sleep } from "node:timers/promises";
import type { FoundKernelSpec } from "../kernelspecs/spec";
import { takeRoom } from "../notebook-files/room";
import { systemWords } from "../notebook-files/system-words";
import { KernelClient } from "./kernel-client";
import { KernelError } from "./kernel-error";
import { KernelProcess } from "./kernel-process";

/** Where a kernel works and how long its start may take. */
export interface StartOptions {
  /** The folder the kernel works in: a notebook's own. */
  cwd: string;
  /** Seconds until the kernel must have answered; 60 when not given. */
  timeout?: number;
  /** More environment variables for the kernel. */
  env?: Record<string, string>;
  /** Ends the start, and the kernel with it. */
  signal?: AbortSignal;
}

/** Starts once. @returns the client, or why the kernel is not ready. */
async function tryToStart(
  found: FoundKernelSpec,
  options: StartOptions,
  seconds: number,
): Promise<KernelClient | KernelError> {
  const giveBack = takeRoom(found.name);
  try {
    const process = await KernelProcess.start(found, options.cwd, options.env);
    return await waitFor(await connectTo(process, found), found.name, options.signal, seconds);
  } finally {
    giveBack();
  }
}

async function connectTo(process: KernelProcess, { name, spec }: FoundKernelSpec) {
  try {
    return new KernelClient(process, spec.interrupt_mode ?? "signal");
  } catch (error) {
    await process.end();
    const words = systemWords(error) ?? (error as Error).message;
    throw new KernelError(`The kernel "${name}" could not be connected: ${words}.`);
  }
}

async function waitFor(
  client: KernelClient,
  name: string,
  signal: AbortSignal | undefined,
  seconds: number,
): Promise<KernelClient | KernelError> {
  const cancel = new AbortController();
  const stop = () => cancel.abort();
  signal?.addEventListener("abort", stop);
  try {
    const late = sleep(seconds * 1000, "late" as const, { signal: cancel.signal });
    late.catch(() => {});
    if ((await Promise.race([client.fence(), late])) !== "late") return client;
    await client.kill();
    return new KernelError(`The kernel "${name}" did not answer within ${seconds} s.`);
  } catch (error) {
    await client.kill();
    if (error instanceof KernelError) return error;
    throw signal?.aborted ? signal.reason : error;
  } finally {
    signal?.removeEventListener("abort", stop);
    cancel.abort();
  }
}

/**
 * Starts a kernel and waits until it is ready to execute.
 *
 * It is started a second time when another program took one of its ports in between, or when it keeps
 * silent for half of the time: a stock tslab now and then misses that its sockets are bound.
 *
 * @throws KernelError with exit code and last words when the kernel ends or keeps silent.
 *
 * @example
 * const client = await startKernel(findKernelSpec("tslab"), { cwd: process.cwd() });
 * await client.execute("1 + 1", { onMessage: ({ header, content }) => console.log(header.msg_type, content) });
 * await client.shutdown();
 */
export async function startKernel(
  found: FoundKernelSpec,
  options: StartOptions,
): Promise<KernelClient> {
  const { timeout = 60, signal } = options;
  signal?.throwIfAborted();
  const first = await tryToStart(found, options, timeout / 2);
  if (first instanceof KernelClient) return first;
  if (!/did not answer|EADDRINUSE|[Aa]ddress already in use/.test(first.message)) throw first;
  const second = await tryToStart(found, options, timeout / 2);
  if (second instanceof KernelClient) return second;
  throw second;
}
