import { inspect as port } from "node-inspect-extracted";
import type { InspectOptions } from "../home";

/**
 * Node's `util.inspect` in a page: a port of its code, in the edition that writes as Node 20 does, which
 * has made the lessons' outputs. What no script can look into it shows without: what a promise holds,
 * what is left of an iterator, and that something is a Proxy.
 *
 * @example
 * inspect({ a: [1, -0, "it's"] }); // { a: [ 1, -0, "it's" ] }
 */
export const inspect: (value: unknown, options?: InspectOptions) => string = port;
