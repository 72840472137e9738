/** What a request is refused with: a status, and a sentence that the page shows. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly status: Status;
  readonly reason: Reason | undefined;

  constructor(status: Status, message: string, reason?: Reason) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

/**
 * 400 not understood, 403 not allowed, 404 not there, 409 in conflict, 413 too large, 503 not now, 507
 * no room.
 */
export type Status = 400 | 403 | 404 | 409 | 413 | 500 | 503 | 507;

/** Which conflict it is: its file is no longer there, has been written since, or its name is another's. */
export type Reason = "gone" | "changed" | "taken";
