import type { IncomingMessage } from "node:http";

const NAMES = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Whether a request names this machine as its host. A page of the web can have its own name lead here (DNS rebinding)
 * and would read drafts; but its browser says that name.
 */
export function isOurHost({ headers: { host }, socket: { localPort } }: IncomingMessage): boolean {
  return NAMES.some((name) => host === `${name}:${localPort}` || (host === name && localPort === 80));
}
