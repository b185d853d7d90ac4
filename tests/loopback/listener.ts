import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

interface Answer {
  readonly status?: number;
  readonly body?: string;
}

interface Heard {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A server on this machine that answers by path, and remembers what it was asked. What it does not know is a 404. */
export async function listener(answers: Readonly<Record<string, Answer | ((heard: Heard) => Answer)>>) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const { method, url: path, headers } = request;
    const asked = { method, path, headers, body: await text(request) };
    heard.push(asked);
    const answer = answers[path ?? ""] ?? { status: 404 };
    const { status = 200, body = "" } = typeof answer === "function" ? answer(asked) : answer;
    response.writeHead(status, { connection: "close" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => server.close(resolve));
  onTestFinished(async () => {
    if (server.listening) await close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, heard, close };
}
