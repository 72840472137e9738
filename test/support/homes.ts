import type { Files, HomeServer, Started } from "./home-server";
import { TestServer } from "./notebook-server";
import { PageTestServer } from "./page-home-server";

/** Starts a server over these files; text and bytes as they are, anything else as JSON. */
export type Start = (files?: Files, options?: Started) => Promise<HomeServer>;

/** The homes that a server can live in, and how it is started there. */
export const HOMES: Record<"machine" | "page", Start> = {
  machine: (files, options) => TestServer.start(files, options),
  page: (files, options) => PageTestServer.start(files, options),
};

/** Tests what is the same in every home, in each of them. */
export function inEveryHome(what: string, suite: (start: Start) => void): void {
  for (const [home, start] of Object.entries(HOMES))
    describe(`${what}, in the home of a ${home}`, () => suite(start));
}
