import type { Connection } from "../../wire/connection-file";
import type { Json } from "../../wire/message";
import type { SharedMemory } from "./shared-memory";

/** What the socket thread starts with. */
export interface SocketThreadData {
  connection: Connection;
  memory: SharedMemory;
  /** What kernel_info says of what runs the cells. */
  versions: { tslab: string; typescript: string };
}

/** A request that needs the cell thread. `cell` names it in all that comes back. */
export interface CellRequest {
  type: "request";
  cell: number;
  msgType: "execute_request" | "complete_request" | "inspect_request" | "is_complete_request";
  content: Json;
  /** The number of an executed cell. */
  count: number;
}

/** From the socket thread to the cell thread. */
export type ToCells = CellRequest | { type: "interrupt" } | { type: "exit" };

/** From the cell thread to the socket thread, through the ring, so that order is kept. */
export type FromCells =
  | { type: "publish"; msgType: string; content: Json }
  | { type: "done"; content: Json }
  /** The process ends: send what is left and close. */
  | { type: "exit" };
