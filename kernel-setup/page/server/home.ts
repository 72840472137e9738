import type { FoundKernelSpec } from "../../jupyter/kernelspecs/spec";
import type { Lane, Message } from "../../jupyter/messages/message";

/** Where a server lives: all that differs between a machine and a page. */
export interface Home {
  files: Files;
  secrets: Secrets;
  kernels: KernelStarter;
}

/** What a name in a folder stands for; of anything that is neither file, folder nor link, `other`. */
export type Kind = "file" | "folder" | "link" | "other";

/** What is known of a file or folder without reading it. */
export interface FileStat {
  kind: Exclude<Kind, "link">;
  /** In bytes. */
  size: number;
  created: Date;
  modified: Date;
  /** Another one after each writing. */
  version: string;
}

/** A file that is open to be sent: what is told of it stays true while it is read. */
export interface OpenFile {
  size: number;
  modified: Date;
  /** What it holds, up to the size that is told; it is closed when all is read, or nobody reads on. */
  content(): Uint8Array<ArrayBuffer> | ReadableStream;
  /** Closes what is not read. */
  close(): void;
}

/** How a file is written. */
export interface Writing {
  /** The name must be free: then nothing that has it is touched. */
  isNew?: boolean;
  /** With `isNew`, a file that only its user may read. */
  isPrivate?: boolean;
}

/**
 * Files and folders under absolute names with "/" between them. Synchronous: between a look at a file and
 * what is done with it no other request comes.
 *
 * What a home refuses it says by the `code` of its error, in the words of POSIX: ENOENT, EEXIST, ENOSPC …
 */
export interface Files {
  /** What a name leads to, through links; nothing where there is none. */
  stat(path: string): FileStat | undefined;
  /** What a name itself stands for; nothing where there is none. */
  kindOf(path: string): Kind | undefined;
  isWritable(path: string): boolean;
  /** The name without links in it. @throws ENOENT */
  real(path: string): string;
  /** Whether one name lies below another, both as `real` gives them. */
  isBelow(path: string, folder: string): boolean;
  /** Whether a name of a file has no sign that is forbidden here. */
  takes(name: string): boolean;
  /** Whether a name of a file is no longer than it may be; some file systems take less. */
  fits(name: string): boolean;
  /** The names in a folder. */
  list(folder: string): string[];
  /** Reads a file and nothing else. @throws EISDIR of a folder, EFTYPE of what else is no file */
  read(path: string): Uint8Array;
  /** Opens a file and nothing else. @throws as `read` does */
  open(path: string): OpenFile;
  /**
   * Writes a file whole or not at all: its name always stands for the old one or the new one.
   *
   * @throws EEXIST when a name that must be free is taken
   */
  write(path: string, bytes: Uint8Array, how?: Writing): void;
  /** Copies a file to a free name. @throws EEXIST */
  copy(from: string, to: string): void;
  /** Gives a file, a folder or a link a free name. @throws EEXIST, also when it is taken only now */
  move(from: string, to: string): void;
  /** Moves a file into the place of another. */
  replace(draft: string, target: string): void;
  /** @throws EEXIST */
  makeFolder(path: string): void;
  /** Makes a folder and those that it lies in, if they are not there; a private one is its user's alone. */
  makeFolders(path: string, how?: { isPrivate?: boolean }): void;
  /** Removes a file or a link. */
  remove(path: string): void;
  /** @throws ENOTEMPTY */
  removeFolder(path: string): void;
  /** Removes whatever is there with all that lies in it, of a link the link. */
  removeAll(path: string): void;
}

/** Hashes and chance. */
export interface Secrets {
  random(bytes: number): Uint8Array;
  /** In hex; of a text its UTF-8. */
  sha256(data: Uint8Array | string): string;
  /** HMAC-SHA-256 of a text's UTF-8. */
  hmac(key: Uint8Array, text: string): Uint8Array;
}

/** Starts kernels. */
export interface KernelStarter {
  /**
   * Starts a kernel and waits until it can run cells.
   *
   * @param where Its folder.
   * @throws KernelError when it does not start, or there is no room for one more.
   */
  start(found: FoundKernelSpec, where: { cwd: string }): Promise<KernelEnd>;
}

/** Our end of a kernel that runs. */
export interface KernelEnd {
  /** Why it has ended, once it has. */
  readonly death: Error | undefined;
  /** Fulfilled when it has ended, however that came. */
  readonly ended: Promise<void>;
  /** Gives all that the kernel sends to one listener. */
  listen(listener: (channel: Lane, message: Message) => void): void;
  /** Hands on what a front end says. */
  pass(channel: Exclude<Lane, "iopub">, message: Message): Promise<void>;
  interrupt(): Promise<void>;
  shutdown(): Promise<void>;
}

/** A front end's connection: a websocket on a machine, two objects in a page. */
export interface Line {
  /** The subprotocol that both have agreed on, or "". */
  readonly protocol: string;
  readonly isOpen: boolean;
  /** What the other end has not taken yet, in bytes. */
  readonly unread: number;
  send(data: string | Uint8Array): void;
  close(code: number, reason?: string): void;
  onMessage(take: (data: Uint8Array, isBinary: boolean) => void): void;
  /** @param take Gets the close code, of RFC 6455; 1006 where the connection has broken. */
  onClose(take: (code: number) => void): void;
}
