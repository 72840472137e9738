import { fromDom } from "hast-util-from-dom";
import type { Tree } from "../safe-html";

/** HTML as the tree that this browser makes of it, in a document in which nothing runs or is loaded. */
export const parseHtml = (html: string): Tree =>
  fromDom(new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html").body);
