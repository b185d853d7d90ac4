import type { z } from "zod";
import type { authorSchema } from "../../content/schema/author.ts";
import type { commentSchema } from "../../content/schema/comment.ts";
import type { frontSchema } from "../../content/schema/front.ts";
import type { pageSchema } from "../../content/schema/page.ts";
import type { seriesSchema } from "../../content/schema/series.ts";
import type { tagsSchema } from "../../content/schema/tags.ts";
import { APART, type FormOf } from "../fields.ts";
import { ADDRESS, CHOICE, FOCUS, moment, oneOf, PASSAGE, PICTURE } from "../looks.ts";

/** The form of `content/authors/slug.md`. */
export const AUTHOR_FORM: FormOf<z.input<typeof authorSchema>> = {
  name: { label: "Name", hint: "As it stands in the byline." },
  alsoKnownAs: { label: "Also known as" },
  type: {
    label: "Type",
    look: oneOf([
      { label: "A person", value: "person" },
      { label: "An organisation", value: "organisation" },
    ]),
  },
  role: { label: "Role" },
  beats: { label: "Beats", hint: "What the author writes about." },
  links: {
    label: "Links",
    summary: "{{fields.name}}",
    fields: { name: { label: "Name" }, url: { label: "Address", look: ADDRESS } },
  },
  fediverse: { label: "Fediverse", hint: "Such as @ann@social.example." },
  picture: {
    label: "Picture",
    fields: {
      src: { label: "File", look: PICTURE },
      alt: { label: "What it shows", hint: "For readers who cannot see it." },
      focus: { label: "Focus", hint: "What stays in view in the square: 50% 30%, from the left and top.", look: FOCUS },
    },
  },
  formerly: APART,
};

/** The form of `content/pages/slug.md`. */
export const PAGE_FORM: FormOf<z.input<typeof pageSchema>> = {
  title: { label: "Title" },
  summary: { label: "Summary", hint: "For search engines and shared links.", look: PASSAGE },
  formerly: APART,
};

/** The form of an entry of `content/tags.yaml`. */
export const TAG_FORM: FormOf<z.input<typeof tagsSchema>[number]> = {
  slug: { label: "Slug", hint: "In the topic's address; made from the name when left out." },
  name: { label: "Name" },
  description: { label: "Description", look: PASSAGE },
  timeline: { label: "Timeline", hint: "Yes, for a page of its stories by their dates.", look: CHOICE },
  aliases: { label: "Aliases", hint: "Other words that writers may use for it." },
  formerly: APART,
};

/** The form of an entry of `content/series.yaml`. */
export const SERIES_FORM: FormOf<z.input<typeof seriesSchema>[number]> = {
  slug: { label: "Slug", hint: "What stories call it by; made from the name when left out." },
  name: { label: "Name" },
  description: { label: "Description", look: PASSAGE },
  formerly: APART,
};

const STORY_FILE = "Its file, such as articles/2026/11/bridge-opens.md.";

/** The form of `content/front.yaml`. `zone` is the site's. */
export const frontForm = (zone: string): FormOf<z.input<ReturnType<typeof frontSchema>>> => ({
  lead: {
    label: "Lead",
    fields: {
      story: { label: "Story", hint: STORY_FILE },
      until: { label: "Until", hint: "Then the newest story leads again.", look: moment(zone) },
    },
  },
  order: { label: "What follows the lead", hint: STORY_FILE },
  banner: {
    label: "Banner",
    fields: {
      text: { label: "Text", look: PASSAGE },
      story: { label: "Story", hint: STORY_FILE },
      until: { label: "Until", look: moment(zone) },
    },
  },
});

/** The form of `content/comments/YYYY/MM/slug/id.yaml`. `zone` is the site's. */
export const commentForm = (zone: string): FormOf<z.input<ReturnType<typeof commentSchema>>> => ({
  name: { label: "Name", hint: "As the reader gave it." },
  date: { label: "Date", look: moment(zone) },
  text: { label: "Text", look: PASSAGE },
  replyTo: { label: "Answers", hint: "The name of the reply's file, without .yaml." },
});
