/** The home that the library runs in: Node's here. A bundle for pages takes browser.ts in its place. */
export { home } from "./node";
