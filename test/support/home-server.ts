import type { FoundKernelSpec } from "../../kernel-setup/jupyter/kernelspecs/spec";
import type { Kernels } from "../../kernel-setup/page/server/kernels/kernels";
import type { FindLesson } from "../../kernel-setup/page/server/routes/work";
import type { Wire } from "./kernel-socket";

/** What a served folder holds, by names with "/"; text and bytes as they are, anything else as JSON. */
export type Files = Record<string, unknown>;

/** How a server for tests is started, in any home. */
export interface Started {
  kernel?: FoundKernelSpec;
  lessonOf?: FindLesson;
}

/** The version of the pack that files of work say to be from. */
export const PACK = "0.0.1";

/** What is written for the content that a test names. */
export const contentOf = (content: unknown): string | Uint8Array =>
  typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content);

/** A server in either home, with what a page would ask it, and a look at the files that it serves. */
export interface HomeServer {
  readonly kernels: Kernels;
  /** The folder that is served, as kernels are told of it. */
  readonly notebooks: string;
  /** The folder in which a kernel was started that says so itself. */
  startedIn(said: unknown): unknown;
  ask(path: string, init?: RequestInit): Promise<Response>;
  json<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: T }>;
  connect(path: string, protocol?: string): Promise<Wire>;
  bytes(name: string): Uint8Array;
  read(name: string): string;
  write(name: string, content: string | Uint8Array): void;
  /** All names in a folder, hidden ones too, in order. */
  list(folder?: string): string[];
  makeFolder(name: string): void;
  move(from: string, to: string): void;
  remove(name: string): void;
  /** What the server itself keeps. */
  kept: { read(name: string): string; write(name: string, text: string): void };
  /** Another server, over a folder of its own, that keeps its things where this one does. */
  another(): Promise<HomeServer>;
  /** Ends it, and starts another over the same files. */
  restart(): Promise<void>;
  /** Ends its kernels and itself. */
  end(): Promise<void>;
  /** Ends it, and removes its files. */
  stop(): Promise<void>;
}
