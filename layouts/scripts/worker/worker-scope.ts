import type { WorkerProps } from "../../worker.ts";

/** What our workers use of their global scope; TypeScript's own types for it do not go with those for pages. */
export interface WorkerScope {
  /** Said by `/sw.js`. */
  readonly shell: Omit<WorkerProps, "code">;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  readonly registration: {
    readonly navigationPreload?: { enable(): Promise<void> };
    unregister(): Promise<boolean>;
  };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof WorkerEvents>(name: Name, listen: (event: WorkerEvents[Name]) => void): void;
}

interface WorkerEvents {
  readonly install: Extendable;
  readonly activate: Extendable;
  readonly fetch: FetchEvent;
  readonly message: PageMessage;
}

interface Extendable {
  /** Keeps the worker alive until the promise settles. */
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends Extendable {
  readonly request: Request;
  /** The answer to a navigation that the browser has asked for while it started the worker. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

export interface PageMessage extends Extendable {
  readonly data: unknown;
  /** The page that sent it. */
  readonly source: { readonly url: string } | null;
}
