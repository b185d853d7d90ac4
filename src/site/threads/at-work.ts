import { parentPort } from "node:worker_threads";
import { createFileReader, type FileReader } from "../../content/markdown-file.ts";
import { orRenderedAgain } from "../../content/read-markdown.ts";
import type { Bodies, Newsroom } from "../../model/newsroom.ts";
import { BodyFile, type BodyPlace, FiledBodies } from "./body-file.ts";
import type { EditionToPrint, Jobs, Order } from "./jobs.ts";

/** What the thread has taken down for the jobs to come. */
let reading: { readonly reader: FileReader; readonly bodyFile: BodyFile } | undefined;
let printing: { readonly print: (pages: readonly number[]) => Promise<string[]> } | undefined;

// Needed for printing only: reading begins sooner without it.
const loadPrinting = async () => {
  const [printer, plan, publication] = await Promise.all([
    import("../print.ts"),
    import("../../pages/pages.ts"),
    import("../../model/publication.ts"),
  ]);
  return { ...printer, ...plan, ...publication };
};

const DO: { readonly [Name in keyof Jobs]: (given: Jobs[Name]["given"]) => Promise<Jobs[Name]["gives"]> } = {
  async "begin reading"({ conditions, bodyFile }) {
    reading = { reader: createFileReader(conditions), bodyFile: new BodyFile(bodyFile) };
    return null;
  },

  async read({ files }) {
    if (!reading) throw new Error("A thread was to read before it was told with what");
    const bodies: BodyPlace[] = [];
    const readings = [];
    for (const found of files) {
      const { reading: read, html } = reading.reader.read(found);
      if (read.file && html !== undefined) bodies.push(reading.bodyFile.add(read.file.body.hash, html));
      readings.push(read);
    }
    return { readings: JSON.stringify(readings), bodies };
  },

  async "warm up"() {
    await loadPrinting();
    return null;
  },

  async "begin printing"(edition) {
    printing = { print: await beginPrinting(edition) };
    return null;
  },

  async print({ pages }) {
    if (!printing) throw new Error("A thread was to print before it was told what");
    return printing.print(pages);
  },
};

async function beginPrinting(given: EditionToPrint) {
  const { publish, flatplanOf, printPages } = await loadPrinting();
  const { now, unpublished, assets, indexed, folder, conditions, unread } = given;
  // Both were written by the main thread.
  const newsroom = JSON.parse(given.newsroom) as Newsroom;
  const filed = new FiledBodies(JSON.parse(given.bodies) as BodyPlace[]);
  const bodies: Bodies = orRenderedAgain(filed, unread, conditions);
  const plan = flatplanOf({ publication: publish(newsroom, now, unpublished), assets, indexed });
  return (pages: readonly number[]) => printPages(plan, pages, bodies, folder);
}

const port = parentPort;
if (!port) throw new Error("This file is for threads");
port.on("message", async ({ name, given }: Order) => {
  try {
    // TypeScript ties a job's name to what it is given in the type of an order, and loses it in the indexed call.
    const work = DO[name] as (given: unknown) => Promise<unknown>;
    port.postMessage({ done: await work(given) });
  } catch (failure) {
    port.postMessage({ failure });
  }
});
