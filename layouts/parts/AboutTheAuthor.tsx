import type { Bodies, BodyHash } from "../../src/model/newsroom.ts";
import type { SitePath } from "../../src/model/urls.ts";
import { joined } from "../words/lists.ts";
import type { Words } from "../words/words.ts";
import { Img, type ImgProps } from "./Img.tsx";
import { Prose } from "./Prose.tsx";

export interface AuthorProps {
  readonly name: string;
  readonly url: SitePath;
  readonly alsoKnownAs: readonly string[];
  readonly role?: string | undefined;
  readonly beats: readonly string[];
  readonly links: readonly { readonly name: string; readonly url: string }[];
  readonly picture?: ImgProps | undefined;
  readonly biography: BodyHash;
}

interface InSiteLanguage {
  readonly language: string;
  readonly words: Words;
}

interface AboutProps extends InSiteLanguage {
  readonly authors: readonly AuthorProps[];
  readonly bodies: Bodies;
}

/** The box under a story. No count of stories here: each new one would change every page that shows it. */
export function AboutTheAuthor({ authors, bodies, language, words }: AboutProps) {
  return (
    <section class="about-authors" aria-labelledby="about-the-author_">
      <h2 id="about-the-author_">{words.aboutTheAuthors(authors.length)}</h2>
      {authors.map((author) => (
        <div class="author">
          {author.picture && <Img image={author.picture} />}
          <div>
            <h3>
              <a href={author.url}>{author.name}</a>
            </h3>
            <AuthorFacts author={author} language={language} words={words} />
            <Prose body={author.biography} bodies={bodies} language={language} />
          </div>
        </div>
      ))}
    </section>
  );
}

export function AuthorFacts({ author, language, words }: InSiteLanguage & { readonly author: AuthorProps }) {
  const { role, alsoKnownAs, beats } = author;
  return (
    <>
      {role && <p class="role">{role}</p>}
      {alsoKnownAs.length > 0 && <p class="also-known-as">{words.alsoKnownAs(joined(alsoKnownAs, language))}</p>}
      {beats.length > 0 && <p class="beats">{words.covers(joined(beats, language))}</p>}
    </>
  );
}
