import { raw } from "hast-util-raw";
import type { Tree } from "./safe-html";

/** HTML as a tree, where no browser reads it. */
export const parseHtml = (html: string): Tree =>
  raw({ type: "root", children: [{ type: "raw", value: html }] });
