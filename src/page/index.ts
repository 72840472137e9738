// What `import … from "backprop"` finds in a bundle for pages: all that cells import, and what a page needs besides.
export { type Handed, moveIn } from "../home/browser";
export { memoryFiles } from "../home/browser/memory-files";
export * from "../index";
export { ready } from "./ready";
export { showIn } from "./show-in";
