import type { SitePath } from "../../src/model/urls.ts";

/** A page to go on to. */
export interface Way {
  readonly name: string;
  readonly url: SitePath;
}

/** Where a reader who has come to an end can go on. */
export function WaysOn({ ways }: { ways: readonly Way[] }) {
  return (
    <ul class="ways-on">
      {ways.map(({ name, url }) => (
        <li>
          <a href={url}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
