import { z } from "zod";
import type { WrittenVersion } from "../../model/history.ts";
import type { Correction } from "../../model/newsroom.ts";
import type { Moment } from "../../model/time.ts";
import { mostBytes } from "../file-limits.ts";
import { cutFile } from "../front-matter.ts";
import { parserIn, typographerIn } from "../markdown/parser.ts";
import { textBlocks } from "../markdown/text-blocks.ts";
import { articleSchema } from "../schema/article.ts";
import { decode } from "../source.ts";
import { validate } from "../validate.ts";

/** A story's file as it once was. */
export interface StoryVersion extends WrittenVersion {
  /** Live coverage, whose posts say by themselves when they were written. */
  readonly isLive: boolean;
  readonly updated?: Moment | undefined;
  readonly corrections: readonly Correction[];
}

export interface VersionReader {
  /** Undefined for a file that is no story, or one of rules so old that nobody knows them any more. */
  read(path: string, bytes: Uint8Array): StoryVersion | undefined;
}

/** As many bytes as a story may have now. */
const MOST_OF_A_VERSION = mostBytes({ kind: "article", year: 0, month: 1, name: "" }, "");

/** Nobody mends what was committed long ago. */
const nobody = () => {};

/** Reads old versions of stories, and of their front matter only what decides what readers saw. */
export function createVersionReader(timeZone: string, siteLanguage: string): VersionReader {
  const { title, summary, date, expires, draft, retracted, language, live, updated, corrections } =
    articleSchema(timeZone).shape;
  // Fields that there are no more, or not yet, are left alone.
  const schema = z.object({
    ...{ title, summary, date, expires, draft, retracted, language },
    live: live.catch(undefined),
    updated: updated.catch(undefined),
    corrections: corrections.catch(undefined),
  });
  return {
    read(path, bytes) {
      if (bytes.length > MOST_OF_A_VERSION) return undefined;
      const source = decode(path, path, bytes, nobody);
      const cut = source && cutFile(source, nobody);
      const matter = source && cut?.frontMatter && validate(schema, cut.frontMatter, source, nobody);
      if (!cut || !matter) return undefined;
      const spoken = matter.language ?? siteLanguage;
      const body = textBlocks(parserIn(spoken).parse(cut.body, {}));
      if (!body) return undefined;
      const typographic = typographerIn(spoken);
      return {
        isForReaders: !(matter.draft || matter.retracted),
        date: matter.date,
        expires: matter.expires,
        isLive: matter.live ?? false,
        updated: matter.updated,
        corrections: matter.corrections ?? [],
        blocks: [
          { kind: "headline", text: typographic(matter.title) },
          { kind: "standfirst", text: typographic(matter.summary) },
          ...body,
        ],
      };
    },
  };
}
