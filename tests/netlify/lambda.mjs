// Runs a bundled function as Netlify does: its own runtime, on Lambda's streaming interface. Called with the bundle; the
// event comes in as JSON, and the answer goes out as the last line.
import { PassThrough } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

let metadata = {};
globalThis.awslambda = {
  streamifyResponse: (handler) => handler,
  HttpResponseStream: {
    from: (stream, given) => {
      metadata = given;
      return stream;
    },
  },
};
const { getLambdaHandler } = await import("@netlify/serverless-functions-api");
const handler = getLambdaHandler(pathToFileURL(process.argv[2]).href);
const event = JSON.parse(await text(process.stdin));
const answer = new PassThrough();
const body = buffer(answer);
await handler(event, answer, { awsRequestId: "1", getRemainingTimeInMillis: () => 30_000 });
process.stdout.write(`\n${JSON.stringify({ status: metadata.statusCode, body: (await body).toString() })}\n`);
