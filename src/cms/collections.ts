import { articleSchema } from "../content/schema/article.ts";
import { authorSchema } from "../content/schema/author.ts";
import { commentSchema } from "../content/schema/comment.ts";
import { frontSchema } from "../content/schema/front.ts";
import { pageSchema } from "../content/schema/page.ts";
import { seriesSchema } from "../content/schema/series.ts";
import { tagsSchema } from "../content/schema/tags.ts";
import { fieldsOf } from "./fields.ts";
import { FILE_FORMATS, FORMERLY } from "./file-formats.ts";
import { AUTHOR_FORM, commentForm, frontForm, PAGE_FORM, SERIES_FORM, TAG_FORM } from "./forms/others.ts";
import { type Choices, storyForm } from "./forms/story.ts";
import type { Collection, Field } from "./sveltia-config.ts";

/** Where the content lies in the repository. */
const CONTENT = "content";

/** As our own slugs (src/model/slugs.ts): words of any script, with hyphens between them. */
const SLUG_PATTERN: [string, string] = [
  "/^[\\p{L}\\p{N}\\p{M}]+(?:-[\\p{L}\\p{N}\\p{M}]+)*$/u",
  "Only letters, digits and single hyphens: it becomes the address.",
];

/** The text: as it is written, with the other way to write it a click away. */
const body = (label: string): Field => ({
  name: "body",
  label,
  widget: "richtext",
  modes: ["raw", "rich_text"],
  required: false,
});

/** Everything that editors write and change, a collection each. */
export function collections(choices: Choices): Collection[] {
  const { zone } = choices;
  const slug = (template: string) => ({ template, pattern: SLUG_PATTERN });
  // Pictures lie beside the text, whose file names them by their own names.
  const beside = { media_folder: "", public_folder: "" };
  return [
    {
      name: "stories",
      label: "Stories",
      label_singular: "Story",
      folder: `${CONTENT}/articles`,
      path: "{{date | date('YYYY')}}/{{date | date('MM')}}/{{slug}}",
      slug: slug("{{title}}"),
      preview_path: "{{date | date('YYYY')}}/{{date | date('MM')}}/{{slug}}/",
      aliases_field: FORMERLY,
      ...beside,
      format: FILE_FORMATS.story,
      create: true,
      // The copy of a story that is out would be out at once.
      duplicate: false,
      sortable_fields: { fields: ["date", "title"], default: { field: "date", direction: "descending" } },
      summary: "{{title}}",
      view_filters: [{ label: "Drafts", field: "draft", pattern: true }],
      fields: inOrder([...fieldsOf(articleSchema(zone), storyForm(choices)), body("Story")]),
    },
    {
      name: "authors",
      label: "Authors",
      label_singular: "Author",
      folder: `${CONTENT}/authors`,
      slug: slug("{{name}}"),
      identifier_field: "name",
      preview_path: "authors/{{slug}}/",
      aliases_field: FORMERLY,
      ...beside,
      format: FILE_FORMATS.markdown,
      create: true,
      fields: [...fieldsOf(authorSchema, AUTHOR_FORM), body("Biography")],
    },
    {
      name: "pages",
      label: "Pages",
      label_singular: "Page",
      folder: `${CONTENT}/pages`,
      slug: slug("{{title}}"),
      preview_path: "{{slug}}/",
      aliases_field: FORMERLY,
      ...beside,
      format: FILE_FORMATS.markdown,
      create: true,
      fields: [...fieldsOf(pageSchema, PAGE_FORM), body("Text")],
    },
    {
      name: "registries",
      label: "Topics, series and front page",
      files: [
        {
          name: "tags",
          label: "Topics",
          file: `${CONTENT}/tags.yaml`,
          format: FILE_FORMATS.tags,
          fields: [listOf("tags", "Topics", "Topic", fieldsOf(tagsSchema.element, TAG_FORM))],
        },
        {
          name: "series",
          label: "Series",
          file: `${CONTENT}/series.yaml`,
          format: FILE_FORMATS.series,
          fields: [listOf("series", "Series", "Series", fieldsOf(seriesSchema.element, SERIES_FORM))],
        },
        {
          name: "front",
          label: "Front page",
          file: `${CONTENT}/front.yaml`,
          format: FILE_FORMATS.mapping,
          fields: fieldsOf(frontSchema(zone), frontForm(zone)),
        },
      ],
    },
    {
      name: "comments",
      label: "Replies",
      label_singular: "Reply",
      description: "Readers' replies that are published. Delete what has to go.",
      folder: `${CONTENT}/comments`,
      // The folders are those of the story: a year, a month, a slug.
      nested: { depth: 4 },
      slug: { template: "{{date}}", editable: false },
      identifier_field: "name",
      summary: "{{name}}: {{text}}",
      format: FILE_FORMATS.mapping,
      create: false,
      delete: true,
      fields: fieldsOf(commentSchema(zone), commentForm(zone)),
    },
  ];
}

/** What every story has, as it is written; what few have follows the text. */
const FIRST = ["title", "summary", "author", "date", "section", "tags", "image", "draft", "body"];

function inOrder(fields: readonly Field[]): Field[] {
  const place = ({ name }: Field) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  return fields.toSorted((one, other) => place(one) - place(other));
}

const listOf = (name: string, label: string, one: string, fields: Field[]): Field => ({
  name,
  label,
  label_singular: one,
  widget: "list",
  required: false,
  summary: "{{fields.name}}",
  fields,
});
