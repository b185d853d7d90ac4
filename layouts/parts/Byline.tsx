import type { SitePath } from "../../src/model/urls.ts";
import { joinedInPieces } from "../words/lists.ts";
import type { Words } from "../words/words.ts";

export interface BylineProps {
  readonly authors: readonly { readonly name: string; readonly url: SitePath }[];
  readonly language: string;
  readonly words: Words;
}

/** "By A, B and C", each linked to the author's page. */
export function Byline({ authors, language, words }: BylineProps) {
  const pieces = joinedInPieces(
    authors.map(({ name }) => name),
    language,
  );
  return (
    <p class="byline">
      {words.by}
      {pieces.map((piece) => {
        if (typeof piece === "string") return piece;
        const author = authors[piece];
        return (
          author && (
            <a rel="author" href={author.url}>
              {author.name}
            </a>
          )
        );
      })}
    </p>
  );
}
