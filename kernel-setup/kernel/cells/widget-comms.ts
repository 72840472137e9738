import type { Comm } from "./comm";

/** No widgets, as ipywidgets 8 says it. */
const NO_STATES = { method: "update_states", states: {}, buffer_paths: [] };

/**
 * Who takes the lines by which ipywidgets' part of a page asks any kernel for its widgets, unless a cell
 * does. They are not closed as others that nobody wants: all pages that show the kernel hear of it, and
 * those that have not opened the line complain on their console.
 */
export const WIDGET_TARGETS: ReadonlyMap<string, (comm: Comm) => void> = new Map([
  [
    // From version 7.7 on; without an answer the page waits for 4 s.
    "jupyter.widget.control",
    (comm: Comm) =>
      comm.onMessage(({ data }) => {
        if (data.method === "request_states") comm.send(NO_STATES);
      }),
  ],
  // Version 6 waits for the widgets' version, and hears nothing else.
  ["jupyter.widget.version", () => {}],
]);
