import type { Measured } from "./measure.ts";

/** Something that is measured. */
export interface Contender {
  /** How the command line names it; the word before a `-` names its group. */
  readonly key: string;
  readonly name: string;
  /** The largest site, in stories, on which it runs without being asked for. */
  readonly upTo?: number;
  /** Runs in the first round alone. */
  readonly once?: boolean;
  run(round: number): Promise<Measured>;
}

export interface Choice {
  /** Run these and no others. */
  readonly only: readonly string[];
  /** Run these too where they would be left out. */
  readonly also: readonly string[];
}

/** Throws for a word that no contender answers to. */
export function choose(contenders: readonly Contender[], { only, also }: Choice, stories: number): Contender[] {
  const answers = ({ key }: Contender, word: string) => key === word || key.startsWith(`${word}-`);
  const unknown = [...only, ...also].find((word) => !contenders.some((contender) => answers(contender, word)));
  if (unknown)
    throw new Error(`Nothing is called "${unknown}"; there are ${contenders.map(({ key }) => key).join(", ")}`);
  const isAskedFor = (contender: Contender) => [...only, ...also].some((word) => answers(contender, word));
  const isUsual = ({ upTo = Number.POSITIVE_INFINITY }: Contender) => only.length === 0 && stories <= upTo;
  return contenders.filter((contender) => isAskedFor(contender) || isUsual(contender));
}
