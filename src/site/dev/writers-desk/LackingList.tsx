import type { Lacking } from "./lacking.ts";

interface LackingListProps {
  readonly lacking: readonly Lacking[];
  /** BCP 47: of the names. */
  readonly language: string;
}

/** What a build does not insist on, and readers would like. */
export function LackingList({ lacking, language }: LackingListProps) {
  return (
    <section aria-labelledby="lacking">
      <h2 id="lacking">What is missing</h2>
      <p class="note">
        A picture without alternative text, or a story without a summary, is an error: it would stand among the
        problems.
      </p>
      {lacking.length === 0 && <p class="note">Nothing else is missing either.</p>}
      {lacking.map(({ what, count, items }) => (
        <details>
          <summary>
            {what} <span class="count">{count}</span>
          </summary>
          <ul class="stories">
            {items.map(({ name, url, file }) => (
              <li>
                <a href={url} lang={language} dir="auto">
                  {name}
                </a>
                <p class="file">
                  <bdi>{file}</bdi>
                </p>
              </li>
            ))}
          </ul>
          {count > items.length && <p class="note">{`And ${(count - items.length).toLocaleString("en")} more.`}</p>}
        </details>
      ))}
    </section>
  );
}
