import type { Studio } from "../home";
import { loadHappyDom, runScript } from "./happy-dom";
import { openThread, serve } from "./thread";

/** Draws still pictures by plotly.js in a thread, on happy-dom's page. */
export const studio: Studio = { open: openThread, serve, openDom: loadHappyDom, runScript };
