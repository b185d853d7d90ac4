import type { PageTime } from "./slowest.ts";

/** The stages of a build, one after the other, and how long each took. */
export class Stages {
  readonly #clock: () => number;
  readonly #tell: (stage: string) => void;
  readonly #ended: { readonly name: string; readonly milliseconds: number }[] = [];
  #slowest: readonly PageTime[] = [];
  #current: { readonly name: string; readonly started: number } | undefined;

  /** `clock` gives milliseconds; `tell` hears of each stage as it begins. */
  constructor(clock: () => number, tell: (stage: string) => void = () => {}) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Ends the stage before. */
  begin(name: string): void {
    this.end();
    this.#current = { name, started: this.#clock() };
    this.#tell(name);
  }

  end(): void {
    if (!this.#current) return;
    const { name, started } = this.#current;
    this.#ended.push({ name, milliseconds: this.#clock() - started });
    this.#current = undefined;
  }

  /** Takes down the pages whose layouts took longest, slowest first. */
  noteSlowest(pages: readonly PageTime[]): void {
    this.#slowest = pages;
  }

  get slowest(): readonly PageTime[] {
    return this.#slowest;
  }

  /** The stages that have ended, in their order. */
  get times(): readonly { readonly name: string; readonly milliseconds: number }[] {
    return this.#ended;
  }
}
