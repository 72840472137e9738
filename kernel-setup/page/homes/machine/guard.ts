import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "../../server/api-error";

/** What of a request decides whether it is let in. */
export interface Visitor {
  headers: IncomingHttpHeaders;
  /** The token of the address, if it has one. */
  token?: string | null;
}

const LOCAL = /^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/i;

/** Browsers cannot send headers of their own with a websocket: the token comes as a subprotocol, after this. */
const TOKEN_PROTOCOL = "notebooks.token.";

const same = (a: string, b: string) => {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

const newSecret = () => randomBytes(24).toString("hex");

/** A request without the token, or with that of another run: the page then asks for the new address. */
class KeyRefused extends ApiError {
  override name = "KeyRefused";

  constructor() {
    super(
      403,
      "expected the token of the address that was printed at the start, but got none or another.",
    );
  }
}

/**
 * Decides who may ask the server anything.
 *
 * The address printed at the start carries the token; the page keeps it where only pages of the same
 * port can read it, and sends it with each request. There is no cookie: browsers send those to every
 * port of this machine, whoever listens there. A name other than this machine's own in Host is a
 * foreign site that made its name point here; an Origin other than the page's own is a foreign page.
 */
export class Guard {
  /** The secret of this run of the server. */
  readonly token: string;
  readonly #codes = new Map<string, () => void>();

  constructor(token: string = newSecret()) {
    this.token = token;
  }

  isOwnHost(host: string): boolean {
    return LOCAL.test(host);
  }

  /** Lets in who calls this machine by its own name. @throws ApiError 403 */
  checkHost({ headers: { host = "" } }: Visitor): void {
    if (this.isOwnHost(host)) return;
    throw new ApiError(
      403,
      `expected the host 127.0.0.1 or localhost, but got ${JSON.stringify(host)}.`,
    );
  }

  /** Lets in who calls this machine by its own name, from no other page. @throws ApiError 403 */
  checkPlace(visitor: Visitor): void {
    this.checkHost(visitor);
    const { host = "", origin } = visitor.headers;
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
      throw new ApiError(
        403,
        `expected the page of this server itself, but got the origin ${JSON.stringify(origin)}.`,
      );
    }
    // Browsers send no Origin with plain GETs, but say where they come from.
    if (isFromElsewhere(visitor)) {
      const site = visitor.headers["sec-fetch-site"];
      throw new ApiError(403, `expected the page of this server itself, but got a ${site} one.`);
    }
  }

  /** Lets in who knows the token. @throws ApiError 403 */
  checkSecret(visitor: Visitor): void {
    if (!this.knowsToken(visitor)) throw new KeyRefused();
  }

  knowsToken({ headers, token }: Visitor): boolean {
    const offered = headers["sec-websocket-protocol"]?.split(/,\s*/) ?? [];
    const given =
      token ??
      /^(?:token|bearer) (\S+)$/i.exec(headers.authorization ?? "")?.[1] ??
      offered.find((name) => name.startsWith(TOKEN_PROTOCOL))?.slice(TOKEN_PROTOCOL.length);
    return given !== undefined && same(given, this.token);
  }

  /** A code that the first who brings it gets the token for; `used` is called then. */
  newCode(used: () => void): string {
    const code = newSecret();
    this.#codes.set(code, used);
    return code;
  }

  knowsCode(code: string | undefined): boolean {
    return code !== undefined && this.#codes.has(code);
  }

  /** Gives the token for a code, once. @throws ApiError 403 */
  redeem(code: unknown): string {
    const used = typeof code === "string" ? this.#codes.get(code) : undefined;
    if (used === undefined) throw new KeyRefused();
    this.#codes.delete(code as string);
    used();
    return this.token;
  }

  /** What opens one file and nothing else: pictures are asked for without headers. */
  fileKey(path: string): string {
    return createHmac("sha256", this.token).update(path).digest("hex");
  }

  /** Lets in who knows the token, or the key of this file. @throws ApiError 403 */
  checkFile(visitor: Visitor, path: string, key: string | undefined): void {
    if (key === undefined || !same(key, this.fileKey(path))) this.checkSecret(visitor);
  }
}

/** Whether a browser says that another page has made it ask. */
export function isFromElsewhere({ headers }: Visitor): boolean {
  const site = headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}
