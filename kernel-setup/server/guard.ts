import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "./api-error";

/** What of a request decides whether it is let in. */
export interface Visitor {
  headers: IncomingHttpHeaders;
  /** The token of the address, if it has one. */
  token?: string | null;
}

const LOCAL = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/i;

const same = (a: string, b: string) => {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

/**
 * Decides who may ask the server anything.
 *
 * The address printed at the start carries the token; the page then has a cookie in its place, which
 * no script can read. A name other than this machine's own in Host is a foreign site that made its
 * name point here; an Origin other than the page's own is a foreign page.
 */
export class Guard {
  /** The secret of this run of the server. */
  readonly token: string;
  readonly #cookie = randomBytes(24).toString("hex");

  constructor(token: string = randomBytes(24).toString("hex")) {
    this.token = token;
  }

  /** Lets in who calls this machine by its own name, from no other page. @throws ApiError 403 */
  checkPlace({ headers }: Visitor): void {
    const { host = "", origin } = headers;
    const site = headers["sec-fetch-site"];
    if (!LOCAL.test(host)) {
      throw new ApiError(
        403,
        `expected the host 127.0.0.1 or localhost, but got ${JSON.stringify(host)}.`,
      );
    }
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
      throw new ApiError(
        403,
        `expected the page of this server itself, but got the origin ${JSON.stringify(origin)}.`,
      );
    }
    // Browsers send no Origin with plain GETs, but say where they come from.
    if (site !== undefined && site !== "same-origin" && site !== "none") {
      throw new ApiError(403, `expected the page of this server itself, but got a ${site} one.`);
    }
  }

  /** Lets in who knows the token or has its cookie. @throws ApiError 403 */
  checkSecret(visitor: Visitor): void {
    if (this.knowsToken(visitor) || this.#hasCookie(visitor.headers)) return;
    throw new ApiError(
      403,
      "expected the token of the address that was printed at the start, but got none or another.",
    );
  }

  knowsToken({ headers, token }: Visitor): boolean {
    const given = token ?? /^(?:token|bearer) (\S+)$/i.exec(headers.authorization ?? "")?.[1];
    return given !== undefined && same(given, this.token);
  }

  #hasCookie({ cookie = "", host = "" }: IncomingHttpHeaders): boolean {
    const name = cookieName(host);
    return cookie.split(/;\s*/).some((pair) => {
      const [key, value = ""] = pair.split("=");
      return key === name && same(value, this.#cookie);
    });
  }

  /** The header that gives a visitor the cookie. */
  cookieFor({ host = "" }: IncomingHttpHeaders): string {
    return `${cookieName(host)}=${this.#cookie}; Path=/; HttpOnly; SameSite=Strict`;
  }
}

/** Browsers share the cookies of one host among its ports: two servers must not take each other's. */
const cookieName = (host: string) => `notebooks-${/:(\d+)$/.exec(host)?.[1] ?? "80"}`;
