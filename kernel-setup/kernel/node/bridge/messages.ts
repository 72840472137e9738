import type { MessagePort } from "node:worker_threads";
import type { Connection } from "../../../jupyter/messages/connection-file";
import type { Parents } from "../death/parent-watch";
import type { SharedMemory } from "./shared-memory";

/** What the socket thread starts with. */
export interface SocketThreadData {
  connectionFile: string;
  /** The folder that was made for the connection file alone, if one was. */
  connectionFolder?: string;
  connection: Connection;
  memory: SharedMemory;
  /** What kernel_info says of what runs the cells. */
  versions: { tslab: string; typescript: string };
  /** Most bytes that the cell thread's heap may hold. */
  heapLimit: number;
  parents: Parents;
  /** Carries the reader's answers to a cell thread that waits for them. */
  answers: MessagePort;
}
