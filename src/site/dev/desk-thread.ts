import { Worker } from "node:worker_threads";
import type { DeskPlace, Order, Orders, Reply } from "./orders.ts";

interface Asked {
  readonly resolve: (done: unknown) => void;
  readonly reject: (failure: unknown) => void;
}

/** The thread that has the edition in memory. A new one loads the layouts anew, so that an edit of them counts. */
export class DeskThread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;
  #ended: Error | undefined;

  constructor(place: DeskPlace) {
    this.#worker = new Worker(new URL("./thread.js", import.meta.url), {
      workerData: place,
      // An edit makes ten thousand small things that are soon forgotten.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    this.#worker.on("message", (reply: Reply) => this.#take(reply));
    this.#worker.on("error", (error) => this.#giveUp(error));
    this.#worker.on("exit", () => this.#giveUp(new Error("The thread with the pages has ended.")));
  }

  /** Throws what the thread throws, such as the mistake in a layout. */
  ask<Name extends keyof Orders>(name: Name, given: Orders[Name]["given"]): Promise<Orders[Name]["gives"]> {
    const order: Order<Name> = { id: ++this.#lastId, name, given };
    return new Promise<Orders[Name]["gives"]>((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      // The thread gives for an order what the order says.
      this.#asked.set(order.id, { resolve: resolve as Asked["resolve"], reject });
      this.#worker.postMessage(order);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(reply: Reply): void {
    const asked = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if ("failure" in reply) asked?.reject(reply.failure);
    else asked?.resolve(reply.done);
  }

  #giveUp(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#asked.values()) reject(error);
    this.#asked.clear();
  }
}
