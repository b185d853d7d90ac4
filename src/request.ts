/** What became of a request: an answer, or in words why there is none. */
export type Answer = { readonly status: number; readonly text: string } | Failure;
export type AnswerInBytes = { readonly status: number; readonly bytes: Uint8Array } | Failure;
interface Failure {
  readonly failure: string;
}

/** Milliseconds. */
const PATIENCE = 12_000;

/**
 * Sends a request and reads the answer to its end. What the network does is no fault of anybody who could mend it here, so
 * it is said, not thrown: `failure` goes on after a name ("… cannot be reached (ECONNREFUSED)") and never holds the
 * address, which may be a secret.
 */
export async function request(send: typeof fetch, url: string, options?: RequestInit): Promise<Answer> {
  const answer = await requestBytes(send, url, options);
  return "failure" in answer ? answer : { status: answer.status, text: new TextDecoder().decode(answer.bytes) };
}

/** The same for an answer that is no text, or whose every byte counts. */
export async function requestBytes(send: typeof fetch, url: string, options: RequestInit = {}): Promise<AnswerInBytes> {
  if (!URL.canParse(url)) return { failure: "is no address" };
  const signals = [AbortSignal.timeout(PATIENCE), ...(options.signal ? [options.signal] : [])];
  try {
    const answer = await send(url, { ...options, signal: AbortSignal.any(signals) });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === "TimeoutError") return { failure: "does not answer in time" };
    const cause = error.cause instanceof Error ? (error.cause as NodeJS.ErrnoException) : undefined;
    return { failure: `cannot be reached (${cause?.code ?? error.name})` };
  }
}
