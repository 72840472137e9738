import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect } from "chai";
import { inProject } from "./project";

/**
 * Compares a text with the one kept under test/. With UPDATE_SNAPSHOTS=1 it is kept anew: look at
 * the difference before it is committed.
 */
export function expectSnapshot(text: string, ...path: string[]): void {
  const file = inProject("test", ...path);
  if (process.env.UPDATE_SNAPSHOTS === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const kept = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  expect(text, `${file} (UPDATE_SNAPSHOTS=1 keeps the new one)`).to.equal(kept);
}
