import type { z } from "zod";
import type { articleSchema } from "../../content/schema/article.ts";
import { OPENNESS } from "../../model/comment.ts";
import { APART, type FormOf } from "../fields.ts";
import { ADDRESS, AUTHORS, CHOICE, FOCUS, moment, oneOf, PASSAGE, PICTURE, TAGS } from "../looks.ts";

/** What the editor of a story offers to choose from. */
export interface Choices {
  /** The site's zone. */
  readonly zone: string;
  readonly sections: readonly { readonly slug: string; readonly name: string }[];
  readonly series: readonly { readonly slug: string; readonly name: string }[];
}

/** The form of `content/articles/YYYY/MM/slug.md`. */
export const storyForm = ({ zone, sections, series }: Choices): FormOf<z.input<ReturnType<typeof articleSchema>>> => ({
  title: { label: "Headline" },
  summary: {
    label: "Summary",
    hint: "One or two sentences under the headline, in lists and in search.",
    look: PASSAGE,
  },
  author: { label: "Authors", look: AUTHORS },
  date: {
    label: "Date",
    hint: `In the time of ${zone}. In the future, the story waits for it. For another month, change the slug as well.`,
    look: { ...moment(zone), default: "{{now}}" },
  },
  updated: { label: "Updated", hint: "When it was last changed in substance.", look: moment(zone) },
  expires: { label: "Expires", hint: "From then on the story stands nowhere.", look: moment(zone) },
  corrections: {
    label: "Corrections",
    hint: "What was wrong, and what is right: shown on the story and on the page of corrections.",
    summary: "{{fields.date}} {{fields.text}}",
    fields: { date: { label: "Date", look: moment(zone) }, text: { label: "Text", look: PASSAGE } },
  },
  comments: {
    label: "Replies",
    hint: "Open, closed (those that are there are shown) or off; as the settings say when left out.",
    look: oneOf(OPENNESS.map((value) => ({ label: value, value }))),
  },
  changes: { label: "Show what a correction changed", hint: "No, for a text that had to go.", look: CHOICE },
  retracted: {
    label: "Retracted",
    hint: "Takes the story back: its address then says what happened.",
    fields: { date: { label: "Date", look: moment(zone) }, reason: { label: "Reason", look: PASSAGE } },
  },
  section: { label: "Section", look: oneOf(named(sections)) },
  tags: { label: "Tags", look: TAGS },
  // Without any, there is nothing to choose from.
  series: series.length === 0 ? APART : { label: "Series", look: oneOf(named(series)) },
  sponsored: {
    label: "Sponsored",
    hint: "Marks the story, and its links wherever they stand.",
    fields: {
      by: { label: "Who paid for it" },
      label: { label: "The mark", hint: "“Sponsored” when left out." },
    },
  },
  note: {
    label: "Note",
    hint: "For the newsroom: shown nowhere, though whoever sees the files can read it.",
    look: PASSAGE,
  },
  disclosure: { label: "Disclosure", hint: "What ties the writer to whom the story is about.", look: PASSAGE },
  place: { label: "Place", hint: "For the dateline." },
  image: {
    label: "Picture",
    fields: {
      src: { label: "File", look: PICTURE },
      alt: { label: "What it shows", hint: "For readers who cannot see it." },
      focus: {
        label: "Focus",
        hint: "What stays in view where it is cropped: 30% 40%, from the left and top.",
        look: FOCUS,
      },
      caption: { label: "Caption" },
      credit: { label: "Credit", hint: "Whose picture it is." },
    },
  },
  sources: {
    label: "Sources",
    summary: "{{fields.name}}",
    fields: {
      name: { label: "Name" },
      url: { label: "Address", look: ADDRESS },
      publisher: { label: "Publisher" },
      date: { label: "Date", look: moment(zone) },
    },
  },
  language: { label: "Language", hint: "Such as zh-Hans, when it is not the site's." },
  draft: {
    label: "Draft",
    hint: "A draft is never published, whatever its date.",
    look: { widget: "boolean", default: true },
  },
  live: { label: "Live", hint: "Yes, while it is told post by post; no, when it is over.", look: CHOICE },
  contents: { label: "Contents list", hint: "No, to leave it out.", look: CHOICE },
  // Sveltia writes it when an address changes; what stands there already stays.
  formerly: APART,
});

const named = (those: Choices["sections"]) => those.map(({ slug, name }) => ({ label: name, value: slug }));
