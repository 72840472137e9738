/**
 * What browsers are told of each answer. The page runs its own scripts and those in outputs, which
 * are saved inline; plotly makes code for the charts that it draws by WebGL. Nothing is fetched from
 * or sent to anywhere else, whatever a text or an output wants.
 *
 * @param host this machine's name and port, as the request has them: some browsers do not count the
 *   websockets of the same place as "self"
 */
export function securityHeaders(host: string | undefined): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${host === undefined ? "" : ` ws://${host}`}`,
    "frame-src 'self' data: blob:",
    "frame-ancestors 'self'",
    "form-action 'none'",
    "object-src 'none'",
    "base-uri 'self'",
  ];
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": policy.join("; "),
  };
}
