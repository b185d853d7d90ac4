import type { SitePath } from "../../src/model/urls.ts";

export interface BylineProps {
  readonly authors: readonly { readonly name: string; readonly url: SitePath }[];
}

/** "By A, B and C", each linked to the author's page. */
export function Byline({ authors }: BylineProps) {
  return (
    <p class="byline">
      By{" "}
      {authors.map(({ name, url }, index) => (
        <>
          {separator(index, authors.length)}
          <a rel="author" href={url}>
            {name}
          </a>
        </>
      ))}
    </p>
  );
}

function separator(index: number, count: number): string {
  if (index === 0) return "";
  return index === count - 1 ? " and " : ", ";
}
