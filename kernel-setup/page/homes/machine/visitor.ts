import type { Context } from "hono";
import type { Visitor } from "./guard";

/** What of a request the guard looks at. */
export const visitorOf = (c: Context): Visitor => ({
  headers: c.req.header(),
  token: c.req.query("token"),
});
