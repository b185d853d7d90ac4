/** A task for when nothing has happened for a while. */
export class Pause {
  readonly #milliseconds: number;
  readonly #task: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, task: () => void) {
    this.#milliseconds = milliseconds;
    this.#task = task;
  }

  /** Something has happened: the while begins anew. */
  begin(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#task, this.#milliseconds);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
