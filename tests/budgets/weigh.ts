import { brotliCompressSync } from "node:zlib";
import type { Page, Request } from "playwright-core";
import { asReader } from "../browser/reader.ts";

/** A kilobyte of the budgets. */
export const KB = 1024;

/** What a page costs a reader on a phone who has never been here. Bytes are those of the bodies, as they were sent. */
export interface Weight {
  readonly files: readonly WeighedFile[];
  readonly total: number;
  /** The document and its styles, wherever they are. */
  readonly htmlWithCss: number;
  /** The styles alone. Inside the document they are compressed with it: this is what they would be by themselves. */
  readonly css: number;
  /** Scripts that run, the ones inside the document by themselves. */
  readonly javaScript: number;
  /** What the page is not shown without, besides the document. */
  readonly blocking: readonly string[];
}

interface WeighedFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
}

/** A phone of the middle: 412 px wide, 1.75 dots to a pixel. */
const MIDDLING_PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** Loads a page with nothing kept, until nothing more comes, and weighs all that came. */
export async function weigh(address: string): Promise<Weight> {
  const files: WeighedFile[] = [];
  let inside = { css: "", javaScript: "" };
  const blocking: string[] = [];
  await asReader(MIDDLING_PHONE, async ({ page, open }) => {
    const requests: Request[] = [];
    page.on("requestfinished", (request) => requests.push(request));
    await open(address);
    await page.waitForLoadState("networkidle");
    for (const request of requests) files.push(await weighFile(request));
    blocking.push(...(await blockingFiles(page)));
    inside = await page.evaluate(() => {
      const text = (selector: string) =>
        [...document.querySelectorAll(selector)].map((one) => one.textContent).join("");
      return { css: text("style"), javaScript: text("script:not([src], [type$='json'], [type='speculationrules'])") };
    });
  });
  const bytesOf = (...types: readonly string[]) =>
    files.filter(({ type }) => types.includes(type)).reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    files,
    total: files.reduce((sum, { bytes }) => sum + bytes, 0),
    htmlWithCss: bytesOf("document", "stylesheet"),
    css: bytesOf("stylesheet") + compressed(inside.css),
    javaScript: bytesOf("script") + compressed(inside.javaScript),
    blocking,
  };
}

const compressed = (text: string) => (text === "" ? 0 : brotliCompressSync(text).length);

async function weighFile(request: Request): Promise<WeighedFile> {
  const { responseBodySize } = await request.sizes();
  return { path: new URL(request.url()).pathname, type: request.resourceType(), bytes: responseBodySize };
}

const blockingFiles = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance.getEntriesByType("resource").flatMap((entry) => {
      // The types of the DOM do not know this property, nor which entries are of resources.
      const { renderBlockingStatus } = entry as PerformanceResourceTiming & { renderBlockingStatus: string };
      return renderBlockingStatus === "blocking" ? [new URL(entry.name).pathname] : [];
    }),
  );

/** The bill of a page, the dearest first, so that whoever reads it knows what to cut. */
export function bill({ files, total, css, javaScript }: Weight): string {
  const lines = files
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ path, type, bytes }) => `${inKB(bytes).padStart(9)}  ${type.padEnd(10)}  ${path}`);
  const parts = `of which CSS by itself ${inKB(css)}, JavaScript ${inKB(javaScript)}`;
  return ["", ...lines, `${inKB(total).padStart(9)}  in ${files.length} requests, ${parts}`].join("\n");
}

export const inKB = (bytes: number) => `${(bytes / KB).toFixed(2)} KB`;
