import type { Words } from "../words/words.ts";
import type { LivePostProps } from "./LivePosts.tsx";
import type { Spoken } from "./spoken.ts";
import { Time } from "./Time.tsx";

interface KeyEventsProps {
  readonly posts: readonly LivePostProps[];
  readonly spoken: Spoken;
  readonly words: Words;
}

/** What somebody who comes late should see first, newest first. */
export function KeyEvents({ posts, spoken, words }: KeyEventsProps) {
  const events = posts.filter(({ keyTime }) => keyTime !== undefined);
  if (events.length === 0) return null;
  return (
    <section class="key-events" aria-labelledby="key-events_">
      <h2 id="key-events_">{words.keyEvents}</h2>
      <ul>
        {events.map(({ id, keyTime, title }) => (
          <li>
            {keyTime && <Time time={keyTime} />}{" "}
            <a href={`#${encodeURIComponent(id)}`} {...spoken}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
