/** What happened to a file, in the words of Jupyter Server's event of contents. */
export interface ContentsEvent {
  schema_id: "https://events.jupyter.org/jupyter_server/contents_service/v1";
  action: "save" | "rename" | "delete" | "copy" | "create";
  path: string;
  source_path?: string;
}

/** Tells all open pages what has happened, so that two tabs know of each other's saves. */
export class Events {
  readonly #listeners = new Set<(event: ContentsEvent) => void>();

  /** @returns how to stop listening. */
  listen(listener: (event: ContentsEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: Omit<ContentsEvent, "schema_id">): void {
    const schema_id = "https://events.jupyter.org/jupyter_server/contents_service/v1";
    const whole: ContentsEvent = { schema_id, ...event };
    for (const listener of this.#listeners) listener(whole);
  }
}
