/** What became of a request: an answer, or in words why there is none. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string } | Failure;
export type AnswerInBytes =
  | { readonly status: number; readonly headers: Headers; readonly bytes: Uint8Array }
  | Failure;
interface Failure {
  readonly failure: string;
  /** Whether there is an answer, which is longer than it may be. */
  readonly isTooLong?: boolean;
}

/** What is borne of an answer. */
export interface Bounds {
  /** Milliseconds until its end. */
  readonly patience?: number | undefined;
  /** Bytes. */
  readonly most?: number | undefined;
}

/** Milliseconds. */
const PATIENCE = 12_000;

/**
 * Sends a request and reads the answer to its end. What the network does is no fault of anybody who could mend it here, so
 * it is said, not thrown: `failure` goes on after a name ("… cannot be reached (ECONNREFUSED)") and never holds the
 * address, which may be a secret.
 */
export async function request(
  send: typeof fetch,
  url: string,
  options?: RequestInit,
  bounds?: Bounds,
): Promise<Answer> {
  const answer = await requestBytes(send, url, options, bounds);
  if ("failure" in answer) return answer;
  const { status, headers, bytes } = answer;
  return { status, headers, text: new TextDecoder().decode(bytes) };
}

/** The same for an answer that is no text, or whose every byte counts. */
export async function requestBytes(
  send: typeof fetch,
  url: string,
  options: RequestInit = {},
  { patience = PATIENCE, most = Number.POSITIVE_INFINITY }: Bounds = {},
): Promise<AnswerInBytes> {
  if (!URL.canParse(url)) return { failure: "is no address" };
  const signals = [AbortSignal.timeout(patience), ...(options.signal ? [options.signal] : [])];
  try {
    const answer = await send(url, { ...options, signal: AbortSignal.any(signals) });
    const bytes = await readUpTo(answer, most);
    if (!bytes) return { failure: `answers with more than ${most.toLocaleString("en")} bytes`, isTooLong: true };
    return { status: answer.status, headers: answer.headers, bytes };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === "TimeoutError") return { failure: "does not answer in time" };
    const cause = error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException) : undefined;
    return { failure: `cannot be reached (${cause?.code ?? error.name})` };
  }
}

/** The body, piece by piece, so that of one that is longer than it may be no more is read; then undefined. */
async function readUpTo({ body }: Response, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the connection.
  for await (const piece of body ?? []) {
    length += piece.length;
    if (length > most) return undefined;
    pieces.push(piece);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
