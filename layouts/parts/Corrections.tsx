import type { PrintedTime } from "../../src/model/time.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { Words } from "../words/words.ts";
import type { Spoken } from "./spoken.ts";
import { Time } from "./Time.tsx";

export interface CorrectionProps {
  readonly id: string;
  readonly time: PrintedTime;
  readonly text: string;
}

interface CorrectionsInput {
  /** Newest first. */
  readonly corrections: readonly CorrectionProps[];
  /** Where the story shows what changed in it. */
  readonly changes?: SitePath | undefined;
  readonly spoken: Spoken;
  readonly words: Words;
}

/** Under a story: what was wrong in it, and what is right. */
export function Corrections({ corrections, changes, spoken, words }: CorrectionsInput) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections_">
      <h2 id="corrections_">{words.corrections.heading}</h2>
      {corrections.map(({ id, time, text }) => (
        <p id={id}>
          <Time time={time} />: <span {...spoken}>{text}</span>
        </p>
      ))}
      {changes && (
        <p>
          <a href={changes}>{words.changes.heading}</a>
        </p>
      )}
    </section>
  );
}
