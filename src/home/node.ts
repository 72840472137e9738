import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inspect, types } from "node:util";
import type { Home } from "./home";
import { loadNumJs } from "./node/load-numjs";

/** The compiled `src`; a function, since what the build bundles has no file. */
const fromSource = (path: string) => join(__dirname, "..", path);

const bytesOf = (data: string | Uint8Array) =>
  typeof data === "string"
    ? Buffer.from(data, "utf8")
    : Buffer.from(data.buffer, data.byteOffset, data.length);

/** Node as the library's home. What is heavy, or asked for by few, is loaded when it is asked for. */
export const home: Home = {
  inspect,
  isPromise: types.isPromise,
  get files() {
    return (require("./node/files") as typeof import("./node/files")).files;
  },
  toBase64: (data) => bytesOf(data).toString("base64"),
  fromBase64: (text) => Buffer.from(text, "base64"),
  sha256(...parts) {
    const { createHash } = require("node:crypto") as typeof import("node:crypto");
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    return hash.digest("hex");
  },
  isPage: false,
  setting: (name) => process.env[name],
  get terminal() {
    return process.stderr;
  },
  // Whatever runs can be cut off.
  look() {},
  withinTime(limit, run) {
    const { withinTime } = require("./node/within-time") as typeof import("./node/within-time");
    return withinTime(limit, run);
  },
  load(name) {
    if (name === "numjs") return loadNumJs();
    return require(name.startsWith("./") ? fromSource(name) : name);
  },
  built: (file) => readFileSync(fromSource(file), "utf8"),
  packageFolder: (name) => dirname(require.resolve(`${name}/package.json`)),
  get studio() {
    return (require("./node/studio") as typeof import("./node/studio")).studio;
  },
};
