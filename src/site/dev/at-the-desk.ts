import { parentPort, workerData } from "node:worker_threads";
import { PICTURES } from "../../model/urls.ts";
import { LiveEdition } from "./live-edition.ts";
import type { DeskPlace, Order, Orders, Reply } from "./orders.ts";

// Whoever starts the thread says where it works.
const edition = new LiveEdition(workerData as DeskPlace);

const DO: { readonly [Name in keyof Orders]: (given: Orders[Name]["given"]) => Promise<Orders[Name]["gives"]> } = {
  read: ({ changed, now }) => edition.read(changed, now),
  answer: ({ url }) => edition.answer(url),
  desk: async () => edition.figures(),
};

const port = parentPort;
if (!port) throw new Error("This file is for a thread");
const reply = (message: Reply) => port.postMessage(message);

/** One order after the other: nobody gets a page of an edition that is half in place. */
let turn: Promise<void> = Promise.resolve();
port.on("message", (order: Order) => {
  // A picture takes long to make, and is the same in every edition that shows it.
  if (isForPicture(order)) carryOut(order);
  else turn = turn.then(() => carryOut(order));
});

const isForPicture = ({ name, given }: Order): boolean =>
  name === "answer" && (given as Orders["answer"]["given"]).url.startsWith(PICTURES);

async function carryOut({ id, name, given }: Order): Promise<void> {
  try {
    // TypeScript ties an order's name to what it is given, and loses it in the indexed call.
    const work = DO[name] as (given: unknown) => Promise<unknown>;
    reply({ id, done: await work(given) });
  } catch (failure) {
    reply({ id, failure });
  }
}
