interface Answer {
  readonly of: readonly unknown[];
  readonly answer: unknown;
}

/** Remembers answers between two readings of one content folder. */
export class Memory {
  readonly #answers = new Map<string, Answer>();

  /** The last answer to this question, when it is asked of the very same things (`===`), else a new one. */
  once<Result>(question: string, of: readonly unknown[], answer: () => Result): Result {
    const last = this.#answers.get(question);
    // What a question was answered with is what its answerer returns.
    if (last?.of.length === of.length && last.of.every((one, index) => one === of[index])) return last.answer as Result;
    const made = answer();
    this.#answers.set(question, { of, answer: made });
    return made;
  }
}
