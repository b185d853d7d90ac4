import type { Look } from "./fields.ts";

/** Sentences. */
export const PASSAGE: Look = { widget: "text" };

/** A time in the site's zone, whatever that of the editor's computer, as `2026-11-03T09:30`. */
export const moment = (zone: string): Look => ({
  widget: "datetime",
  format: "YYYY-MM-DDTHH:mm",
  input_timezone: zone,
});

/**
 * A switch that may be left alone: what it is then is not always what "no" says, and a story must not get a line that
 * nobody wrote.
 */
export const CHOICE: Look = {
  widget: "select",
  options: [
    { label: "Yes", value: true },
    { label: "No", value: false },
  ],
};

/** One of a few words. */
export const oneOf = (options: readonly { readonly label: string; readonly value: string }[]): Look => ({
  widget: "select",
  options,
});

/** A file beside the text. */
export const PICTURE: Look = {
  widget: "image",
  choose_url: false,
  accept: "image/avif,image/gif,image/jpeg,image/png,image/svg+xml,image/webp",
};

/** An address of the web. */
export const ADDRESS: Look = { widget: "string", type: "url" };

/** People by the names of their files. */
export const AUTHORS: Look = {
  widget: "relation",
  collection: "authors",
  value_field: "{{slug}}",
  display_fields: ["name"],
  search_fields: ["name"],
  multiple: true,
};

/** Topics by their names. */
export const TAGS: Look = {
  widget: "relation",
  collection: "registries",
  file: "tags",
  value_field: "tags.*.name",
  display_fields: ["tags.*.name"],
  search_fields: ["tags.*.name"],
  multiple: true,
};

/** The point of a picture that stays in view. */
export const FOCUS: Look = {
  widget: "string",
  pattern: ["^\\d{1,3}% \\d{1,3}%$", "Write it as 30% 40%: from the left, from the top."],
};
