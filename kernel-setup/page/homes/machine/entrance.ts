import type { Entrance } from "../../server/app";
import { pathAfter } from "../../server/request";
import type { Guard } from "./guard";
import { isPage, type PageOptions, pageRoutes } from "./page-routes";
import { securityHeaders } from "./security";
import { visitorOf } from "./visitor";

/** What holds no secret, and is asked for before there is a key, or by scripts and styles without headers. */
const PUBLIC = /^\/(?:$|(?:notebooks|static|kernelspecs)\/|api\/page\/key$)/;

/** Whoever runs on this machine may knock; the guard lets in who has the key. The page itself is here too. */
export const entranceOf = (guard: Guard, page: PageOptions): Entrance => ({
  async guard(c, next) {
    const visitor = visitorOf(c);
    const { host = "" } = visitor.headers;
    const headers = securityHeaders(guard.isOwnHost(host) ? host : undefined);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    guard.checkHost(visitor);
    const { pathname } = new URL(c.req.url);
    // A link on another page may lead to this one; that is as far as it gets without the key.
    if (!isPage(pathname)) guard.checkPlace(visitor);
    if (pathname.startsWith("/files/")) {
      guard.checkFile(visitor, pathAfter(c, "/files"), c.req.query("key"));
    } else if (!PUBLIC.test(pathname)) guard.checkSecret(visitor);
    await next();
  },
  routes: pageRoutes(page, guard),
});
