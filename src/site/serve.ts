import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";

export interface RunningServer {
  readonly url: string;
  close(): void;
  /** Settles when the server has stopped. */
  readonly closed: Promise<void>;
}

/** Serves a folder to this machine only, until it is closed. */
export const serveFolder = (folder: string, port: number): Promise<RunningServer> => listen(staticHost(folder), port);

/** Answers as a static host does: `404.html` for what is not there. */
export function staticHost(folder: string): RequestListener {
  const serve = sirv(folder, { dev: true, etag: true });
  return (request, response) => {
    serve(request, response, () => {
      readFile(join(folder, "404.html")).then(
        (page) => response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(page),
        (error: Error) => response.writeHead(404, { "content-type": "text/plain" }).end(error.message),
      );
    });
  };
}

/** Listens on the loopback address; port 0 takes any that is free. */
export async function listen(listener: RequestListener, port: number): Promise<RunningServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const closed = new Promise<void>((resolve) => server.once("close", resolve));
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
    closed,
  };
}
