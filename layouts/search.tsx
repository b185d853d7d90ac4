import { directionOf } from "../src/model/languages.ts";
import type { SitePath } from "../src/model/urls.ts";
import type { HtmlLayout } from "./layout.ts";
import { Frame, type FrameProps } from "./parts/Frame.tsx";
import { WaysOn } from "./parts/WaysOn.tsx";
import type { Partition } from "./scripts/walk.ts";
import type { Facet, SearchStory } from "./search-lists.ts";
import { wordsFor } from "./words/dictionaries.ts";
import type { Words } from "./words/words.ts";

/** The search page. Its script shows the form; without it, the page points to what works without. */
export interface SearchProps {
  readonly frame: FrameProps;
  readonly allStories: SitePath;
  readonly tags: SitePath;
  /** The indexes, newest first; the page's script reads them from the form. */
  readonly partitions: readonly Partition[];
  /** For a reader who has not asked for anything yet. */
  readonly start: {
    readonly topics: readonly { readonly name: string; readonly url: SitePath }[];
    /** Newest first. */
    readonly newest: readonly SearchStory[];
  };
  /** What a search can be narrowed to, by name, in the order of the form. */
  readonly filters: readonly SearchFilter[];
}

export interface SearchFilter {
  readonly key: Facet;
  readonly label: string;
  readonly values: readonly SearchFilterValue[];
}

export interface SearchFilterValue {
  readonly name: string;
  readonly storyCount: number;
  /** A digit for each partition: 1 where it has such stories, 0 where not. Absent where all have. */
  readonly partitions?: string;
}

export const search: HtmlLayout<SearchProps> = (
  { frame, allStories, tags, partitions, start, filters },
  { inlines },
) => {
  const words = wordsFor(frame.language);
  const its = words.searchPage;
  return (
    <Frame frame={frame} inlines={inlines}>
      <header class="list-head">
        <h1>{words.search}</h1>
      </header>
      <noscript>
        <p class="description">{its.needsScript}</p>
        <WaysOn
          ways={[
            { name: words.allStories, url: allStories },
            { name: words.topics, url: tags },
          ]}
        />
      </noscript>
      <search>
        <form class="search awaits-script" id="search_" data-partitions={JSON.stringify(partitions)} hidden>
          <div class="search-query">
            <label for="query_">{its.searchFor}</label>
            <input id="query_" name="q" type="search" autocomplete="off" enterkeyhint="search" />
            <button type="submit">{words.search}</button>
          </div>
          <div class="search-filters">
            {filters.map(({ key, label, values }) => (
              <div>
                <label for={`${key}_`}>{label}</label>
                <select id={`${key}_`} name={key}>
                  <option value="">{its.all}</option>
                  {values.map(({ name, storyCount, partitions: digits }) => (
                    <option value={name} data-stories={storyCount} data-partitions={digits}>
                      {name} ({storyCount})
                    </option>
                  ))}
                </select>
              </div>
            ))}
            <div>
              <label for="order_">{its.order}</label>
              <select id="order_" name="order">
                <option value="relevance">{its.bestMatch}</option>
                <option value="newest">{its.newestFirst}</option>
              </select>
            </div>
          </div>
        </form>
      </search>
      <p class="search-status" id="status_" role="status" tabindex={-1} />
      <p class="search-suggestion" id="suggestion_" role="status" />
      <ol class="search-results" id="results_" />
      <p class="search-on">
        <button id="retry_" type="button" hidden>
          {its.tryAgain}
        </button>
        <button id="more_" type="button" hidden>
          {its.moreResults}
        </button>
        <button id="older_" type="button" hidden>
          {its.searchOlder}
        </button>
      </p>
      <Start {...start} words={words} />
    </Frame>
  );
};

function Start({ topics, newest, words }: SearchProps["start"] & { words: Words }) {
  return (
    <section class="search-start" id="start_">
      {topics.length > 0 && (
        <>
          <h2 id="topics_">{words.topics}</h2>
          <ul class="search-topics" aria-labelledby="topics_">
            {topics.map(({ name, url }) => (
              <li>
                <a href={url}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {newest.length > 0 && (
        <>
          <h2 id="newest_">{words.searchPage.newestStories}</h2>
          <ol class="search-results" aria-labelledby="newest_">
            {newest.map(({ url, title, section, date, language }) => (
              <li>
                <p class="label">{section}</p>
                <h3 lang={language} dir={language ? directionOf(language) : undefined}>
                  <a href={url}>{title}</a>
                </h3>
                <p class="time">{date}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
