import type { ComparedBlock, Passage, Piece } from "../src/model/text-changes.ts";
import type { PrintedTime } from "../src/model/time.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { type Spoken, spokenIn } from "./parts/spoken.ts";
import { Time } from "./parts/Time.tsx";
import { wordsFor } from "./words/dictionaries.ts";
import type { ChangesWords } from "./words/words.ts";

/** What changed in a story since it came out. */
export interface ChangesProps {
  readonly frame: FrameProps;
  readonly headline: string;
  readonly url: SitePath;
  /** BCP 47, of a story in another language than the site. */
  readonly language?: string | undefined;
  /** Newest first. */
  readonly changes: readonly ChangeProps[];
}

export interface ChangeProps {
  readonly time: PrintedTime;
  /** The corrections that were made with it. */
  readonly corrections: readonly string[];
  readonly passages: readonly Passage[];
}

export const changes: HtmlLayout<ChangesProps> = (props, { inlines }) => {
  const { frame, headline, url } = props;
  const words = wordsFor(frame.language);
  const spoken = spokenIn(props.language);
  return (
    <Frame frame={frame} inlines={inlines}>
      <div class="changes">
        <header>
          <h1>{words.changes.heading}</h1>
          <p class="of" {...spoken}>
            <a href={url}>{headline}</a>
          </p>
          <p class="about">
            {words.changes.whatIsCompared} <del>{words.changes.gone}</del> <ins>{words.changes.fresh}</ins>
          </p>
        </header>
        {props.changes.length === 0 && <p class="empty">{words.changes.none}</p>}
        {props.changes.map(({ time, corrections, passages }) => (
          <section class="change">
            <h2>
              <Time time={time} />
            </h2>
            {corrections.map((text) => (
              <p>
                <strong>{words.corrections.correction}:</strong> <span {...spoken}>{text}</span>
              </p>
            ))}
            {passages.map((blocks) => (
              <div class="passage">
                {blocks.map((block) => (
                  <Compared block={block} spoken={spoken} words={words.changes} />
                ))}
              </div>
            ))}
          </section>
        ))}
      </div>
    </Frame>
  );
};

interface ComparedInput {
  readonly block: ComparedBlock;
  readonly spoken: Spoken;
  readonly words: ChangesWords;
}

function Compared({ block: { kind, pieces }, spoken, words }: ComparedInput) {
  const looks = pieces.some(({ change }) => change) ? [] : ["same"];
  if (kind === "heading") looks.push("as-heading");
  return (
    <>
      {(kind === "headline" || kind === "standfirst") && <h3>{words[kind]}</h3>}
      <p class={looks.length > 0 ? looks.join(" ") : undefined} {...spoken}>
        {pieces.map((piece) => (
          <Words piece={piece} words={words} />
        ))}
      </p>
    </>
  );
}

/** The element says to machines what happened; no screen reader is sure to tell. */
function Words({ piece: { text, change }, words }: { readonly piece: Piece; readonly words: ChangesWords }) {
  if (!change) return <>{text}</>;
  const [before, after] = words[change];
  const inside = (
    <>
      <span class="aside">{before}</span>
      {text}
      <span class="aside">{after}</span>
    </>
  );
  return change === "removed" ? <del>{inside}</del> : <ins>{inside}</ins>;
}
