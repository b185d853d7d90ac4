import { z } from "zod";
import {
  flag,
  focus,
  formerly,
  imageFile,
  language,
  list,
  moment,
  oneOrMore,
  openness,
  passage,
  prose,
  reference,
  webAddress,
} from "./fields.ts";

/** The front matter of `content/articles/YYYY/MM/slug.md`. `zone` is the site's. */
export const articleSchema = (zone: string) =>
  z.strictObject({
    /** The headline. */
    title: prose("First cars cross the new bridge"),
    /** The standfirst: one or two sentences under the headline, in lists and in search engines. */
    summary: passage("The crossing opened a month early, and the ferry made its last trip."),
    /** The slug of a file in `content/authors`, or several. */
    author: oneOrMore(reference("technology-desk")),
    /** When the story was published. In the future, the story waits for it. */
    date: moment(zone),
    /** When the story was last changed in substance. */
    updated: moment(zone).optional(),
    /** When the story goes again: from then on it stands nowhere. */
    expires: moment(zone).optional(),
    /** What was wrong, and what is right: shown on the story, on /corrections/ and in the feed there. */
    corrections: list(
      z.strictObject({
        date: moment(zone),
        text: passage("An earlier version gave the length of the bridge as 400 metres. It is 440."),
      }),
    ).optional(),
    /** Whether a corrected story shows what changed in it; `false` for a text that had to go. */
    changes: flag.optional(),
    /** Whether readers may reply to the story: open, closed (their replies are shown) or off. As the settings say when left out. */
    comments: openness.optional(),
    /** Takes the story back: its address then says what happened, and nothing else shows it. */
    retracted: z
      .strictObject({
        date: moment(zone),
        reason: passage("The minutes on which this story was built turned out to be forged."),
      })
      .optional(),
    /** The slug of a section in `settings.yaml`. */
    section: reference("news"),
    /** Names, slugs or aliases from `tags.yaml`. */
    tags: list(reference("Huawei")).optional(),
    /** The slug of a series in `series.yaml`. */
    series: reference("the-last-ferry").optional(),
    /** Who paid for the story. It is marked wherever it is shown, and is not news to search engines. */
    sponsored: z
      .strictObject({
        by: prose("Example Bridges Ltd"),
        /** The mark; left out, it is "Sponsored". */
        label: prose("Advertisement").optional(),
      })
      .optional(),
    /** What ties the writer has to whom the story is about: shown by the byline. */
    disclosure: passage("The author holds shares in Example Bridges Ltd.").optional(),
    /** Where the story was reported from. */
    place: prose("Shenzhen").optional(),
    /** The cover. */
    image: z
      .strictObject({
        /** A file beside the article. */
        src: imageFile,
        /** What the picture shows, for readers who cannot see it. */
        alt: prose("The bridge at dawn, with one lorry on it"),
        /** What stays in view where the picture is cropped: from its left and its top. */
        focus: focus.optional(),
        /** What stands under the picture. */
        caption: prose("The first lorry crossed at 5.12 a.m.").optional(),
        /** Whose picture it is. */
        credit: prose("Photograph: Ann Example").optional(),
      })
      .optional(),
    /** What the story is built on. */
    sources: list(
      z.strictObject({
        name: prose("Minutes of the council, 3 November 2026"),
        url: webAddress.optional(),
        publisher: prose("The council").optional(),
        date: moment(zone).optional(),
      }),
    ).optional(),
    /** The language of the story, when it is not the site's. */
    language: language.optional(),
    /** A draft is never published, whatever its date. */
    draft: flag.optional(),
    /** For the newsroom: why the story is a draft, what is still to be done. Shown nowhere. */
    note: passage("Ask the harbour master before this goes out.").optional(),
    /** The text is a list of posts, each under its time: `true` while more are to come, `false` when it is over. */
    live: flag.optional(),
    /** The contents list; left out, a story with two headings or more has one. */
    contents: flag.optional(),
    /** Addresses that the story had before: they lead to it. */
    formerly: formerly.optional(),
  });

export type ArticleFrontMatter = z.output<ReturnType<typeof articleSchema>>;
