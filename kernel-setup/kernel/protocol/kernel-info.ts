import { type Json, PROTOCOL_VERSION } from "../../jupyter/messages/message";
import { words } from "../../text/texts";
import type { Before } from "./shell";

interface Facts {
  versions: { tslab: string; typescript: string };
  /** Where cells run, behind "TypeScript 6.0.3". */
  place: string;
  /** What can be read about that place. */
  help: { text: string; url: string };
  before?: Before;
}

/** What the front end learns about the kernel: how to highlight, name and export its code. */
export function kernelInfo({ versions, place, help, before }: Facts): Json {
  const banner = `TypeScript ${versions.typescript} ${place}`;
  return {
    status: "ok",
    protocol_version: PROTOCOL_VERSION,
    implementation: "tslab",
    implementation_version: versions.tslab,
    banner: before ? `${banner}\n${words("kernel.beforeThis", before)[before.language]}` : banner,
    // Names of the protocol's own list are those of others.
    supported_features: ["backprop diagnostics"],
    help_links: [{ text: "TypeScript", url: "https://www.typescriptlang.org/docs/" }, help],
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
