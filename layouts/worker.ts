import type { SitePath } from "../src/model/urls.ts";
import type { TextLayout } from "./layout.ts";

export interface WorkerProps {
  readonly code: SitePath;
  /** The page for what was not kept, and the files that it needs. */
  readonly offlinePage: SitePath;
  readonly files: readonly SitePath[];
  /** Names what the offline page shows. */
  readonly offlineEdition: string;
}

/**
 * The service worker: its code has a hash in its name, and what it keeps from the start is said here. When either
 * changes these bytes do, and a browser takes the new worker (Service Workers, "Update").
 */
export const worker: TextLayout<WorkerProps> = ({ code, offlinePage, files, offlineEdition }) =>
  `self.shell=${JSON.stringify({ offlinePage, files, offlineEdition })};${run(code)}`;

export interface RetiredWorkerProps {
  readonly code: SitePath;
}

/** The worker of a site that keeps nothing: it takes the place of one that did. */
export const retiredWorker: TextLayout<RetiredWorkerProps> = ({ code }) => run(code);

/** Under Trusted Types a worker takes the address of code from a policy, which lets this one through and no other. */
const run = (code: SitePath): string => {
  const address = JSON.stringify(code);
  return `importScripts(self.trustedTypes?trustedTypes.createPolicy("worker-code",{createScriptURL:()=>${address}}).createScriptURL(""):${address});\n`;
};
