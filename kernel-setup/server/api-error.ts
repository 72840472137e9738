/** What a request is refused with: a status, and a sentence that the page shows. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: Status;

  constructor(status: Status, message: string) {
    super(message);
    this.status = status;
  }
}

/** 400 not understood, 403 not allowed, 404 not there, 409 in conflict, 413 too large, 503 not now. */
export type Status = 400 | 403 | 404 | 409 | 413 | 500 | 503;
