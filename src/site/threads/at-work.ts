import { parentPort } from "node:worker_threads";
import { createFileReader, type FileReader } from "../../content/markdown-file.ts";
import { orRenderedAgain } from "../../content/read-markdown.ts";
import type { Inserts } from "../../model/inserts.ts";
import { Inspector } from "../gate/inspector.ts";
import { BodyFile, type BodyPlace, FiledBodies } from "./body-file.ts";
import type { Jobs, Order } from "./jobs.ts";

/** What the thread has taken down for the jobs to come. */
let reading: { readonly reader: FileReader; readonly bodyFile: BodyFile } | undefined;
let printing: { readonly inserts: Inserts; readonly folder: string; readonly inspector: Inspector } | undefined;

// Needed for printing only: reading begins sooner without it.
const loadPrinter = () => import("../print.ts");

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

  async "look at style"({ texts }) {
    const { adviseOnMarkdown } = await import("../../content/prose/markdown-style.ts");
    return texts.map(adviseOnMarkdown);
  },

  async "warm up"() {
    await loadPrinter();
    return null;
  },

  async "begin printing"({ folder, conditions, bodies, inlines, unread, measures }) {
    // The main thread has written it as such.
    const filed = new FiledBodies(JSON.parse(bodies) as BodyPlace[]);
    const inserts = { bodies: orRenderedAgain(filed, unread, conditions), inlines };
    printing = { folder, inserts, inspector: new Inspector(measures) };
    return null;
  },

  async print({ pages }) {
    if (!printing) throw new Error("A thread was to print before it was told where");
    const { printPages } = await loadPrinter();
    return printPages(pages, printing.inserts, printing.folder, printing.inspector);
  },
};

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
