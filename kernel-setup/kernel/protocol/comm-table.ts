import type { Json } from "../../jupyter/messages/message";

/** The open comms, as they are seen to pass in either direction; answers comm_info_request. */
export class CommTable {
  readonly #targets = new Map<string, string>();

  /** Notes an opening or closing; other messages change nothing. */
  note(msgType: string, { comm_id, target_name }: Json): void {
    if (typeof comm_id !== "string") return;
    if (msgType === "comm_open") this.#targets.set(comm_id, String(target_name ?? ""));
    else if (msgType === "comm_close") this.#targets.delete(comm_id);
  }

  /** Lists the comms, or those of one target. */
  reply({ target_name }: Json): Json {
    const comms: Json = {};
    for (const [id, target] of this.#targets) {
      if (typeof target_name === "string" && target_name !== "" && target !== target_name) continue;
      comms[id] = { target_name: target };
    }
    return { status: "ok", comms };
  }
}
