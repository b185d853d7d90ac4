import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { COMMENT_RECEIVED, HEADERS, outputFile } from "../model/urls.ts";
import { headersAt, hostRules } from "./host-headers.ts";
import { nothingWhenMissing } from "./sealed-file.ts";

export interface RunningServer {
  readonly url: string;
  close(): void;
  /** Settles when the server has stopped. */
  readonly closed: Promise<void>;
}

/** The port is another program's, or not for everybody. */
export class PortError extends Error {}

/** Answers a request; `path` is its decoded path. */
export type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => void;

/** Serves a folder to this machine only, with the headers of its `_headers`, until it is closed. */
export function serveFolder(folder: string, port: number, onReply = () => {}): Promise<RunningServer> {
  const serve = staticHost(folder);
  const answer: Answer = (request, response, path) => {
    // Read each time, as the site is: it may be built again meanwhile.
    for (const [name, value] of headersAt(hostRules(headersOf(folder)), path)) response.setHeader(name, value);
    serve(request, response);
  };
  return listen(hearingReplies(answer, onReply), port);
}

/**
 * Answers a form with a reply as the forms' host does, with the page that it names. Reads nothing of what is sent: there is
 * nobody here to get it.
 */
export function hearingReplies(answer: Answer, onReply: () => void): Answer {
  return (request, response, path) => {
    if (request.method === "POST" && path === COMMENT_RECEIVED) {
      request.resume();
      onReply();
    }
    answer(request, response, path);
  };
}

function headersOf(folder: string): string {
  try {
    return readFileSync(join(folder, outputFile(HEADERS)), "utf8");
  } catch (error) {
    return nothingWhenMissing(error) ?? "";
  }
}

/** Answers as a static host does: `404.html` for what is not there. */
export function staticHost(folder: string): RequestListener {
  const serve = sirv(folder, { dev: true, etag: true });
  return (request, response) => {
    serve(request, response, () => {
      readFile(join(folder, "404.html")).then(
        (page) => response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(page),
        () => response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing at this address.\n"),
      );
    });
  };
}

/** Listens on the loopback address; port 0 takes any that is free. Throws `PortError`. */
export async function listen(answer: Answer, port: number): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path === undefined) response.writeHead(400, { "content-type": "text/plain" }).end("This is no address.\n");
    else answer(request, response, path);
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(explain(error, port));
    server.once("error", fail).listen(port, "127.0.0.1", resolve);
  });
  const closed = new Promise<void>((resolve) => server.once("close", () => resolve()));
  const address = server.address();
  // Node's types allow for pipes, which have a text for an address.
  if (address === null || typeof address === "string") throw new Error(`Listening at ${address} and not on a port`);
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
    closed,
  };
}

/** Undefined for an address that cannot be read, such as `//` or a broken percent code. */
function pathOf({ url = "/" }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch (error) {
    if (error instanceof URIError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") return new PortError(`Port ${port} is in use; choose another with --port.`);
  if (error.code === "EACCES") return new PortError(`Port ${port} may not be used; choose one above 1023 with --port.`);
  return error;
}
