/** How others are told. */
export interface Telling {
  readonly send: typeof fetch;
  /** Ends it all: what has not been told by then is told the next time. */
  readonly signal: AbortSignal;
  /** Where IndexNow takes addresses. */
  readonly indexNow: string;
}
