import { type Json, PROTOCOL_VERSION } from "../../../jupyter/messages/message";
import { words } from "../../../text/texts";
import type { Before } from "../death/running-cell";

/** What the front end learns about the kernel: how to highlight, name and export its code. */
export function kernelInfo(
  versions: { tslab: string; typescript: string },
  before: Before | undefined,
): Json {
  const banner = `TypeScript ${versions.typescript} on Node.js ${process.version}`;
  return {
    status: "ok",
    protocol_version: PROTOCOL_VERSION,
    implementation: "tslab",
    implementation_version: versions.tslab,
    banner: before ? `${banner}\n${words("kernel.beforeThis", before)[before.language]}` : banner,
    // Names of the protocol's own list are those of others.
    supported_features: ["backprop diagnostics"],
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node.js", url: "https://nodejs.org/docs/latest/api/" },
    ],
    language_info: {
      name: "typescript",
      version: versions.typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      nbconvert_exporter: "script",
      // `mode` is what JupyterLab reads, `name` with `typescript` what classic Notebook does.
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    },
  };
}
