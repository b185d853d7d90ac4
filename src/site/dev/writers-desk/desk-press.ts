import { Worker } from "node:worker_threads";
import { oneAfterTheOther } from "../one-after-the-other.ts";
import type { DeskFigures } from "./figures.ts";

/**
 * Prints the desk in a thread of its own, which loads what draws plots when the desk is first asked for: whoever only
 * writes never waits for it.
 */
export class DeskPress {
  #worker: Worker | undefined;
  readonly #inTurn = oneAfterTheOther();

  /** The page. Throws what the thread throws; the next one has another. */
  print(figures: DeskFigures): Promise<string> {
    return this.#inTurn(() => this.#print(figures));
  }

  async end(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #print(figures: DeskFigures): Promise<string> {
    this.#worker ??= new Worker(new URL("./print-thread.js", import.meta.url));
    const worker = this.#worker;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const ended = () => reject(new Error("The thread that prints the desk has ended."));
    worker.on("message", resolve).on("error", reject).on("exit", ended);
    worker.postMessage(figures);
    try {
      return await promise;
    } catch (error) {
      this.#worker = undefined;
      throw error;
    } finally {
      worker.off("message", resolve).off("error", reject).off("exit", ended);
    }
  }
}
