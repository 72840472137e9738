import type { Json } from "../../jupyter/messages/message";

/** Asks what is wrong with a cell without running it; no part of Jupyter's protocol. */
export const DIAGNOSTICS_REQUEST = "backprop_diagnostics_request";

/** A request that needs the cell thread. `cell` names it in all that comes back. */
export interface CellRequest {
  type: "request";
  cell: number;
  msgType:
    | "execute_request"
    | "complete_request"
    | "inspect_request"
    | "is_complete_request"
    | typeof DIAGNOSTICS_REQUEST
    | CommType;
  content: Json;
  metadata: Json;
  buffers: Uint8Array[];
  /** The number of an executed cell. */
  count: number;
}

/** The three messages of a comm, alike in both directions. */
export type CommType = "comm_open" | "comm_msg" | "comm_close";

/** From the socket thread to the cell thread. */
export type ToCells = CellRequest | { type: "interrupt" } | { type: "exit" };

/** From the cell thread to the socket thread, through the ring, so that order is kept. */
export type FromCells =
  /** Buffers travel through the ring as base64. */
  | { type: "publish"; msgType: string; content: Json; metadata?: Json; buffers?: string[] }
  /** A question to the reader; its answer names the same number. */
  | { type: "input"; question: number; prompt: string; password: boolean }
  | { type: "done"; content: Json }
  /** The process ends by what a cell did: tell it, send what is left and close. */
  | { type: "exit"; reason: string };

/** What came of a question: the reader's line, or why there is none. */
export type Answer = { value: string } | { refusal: string };

/** The same, with the question that it belongs to. */
export type InputAnswer = { question: number } & Answer;
