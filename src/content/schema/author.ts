import { z } from "zod";
import { focus, formerly, imageFile, prose, reference, refuse, webAddress } from "./fields.ts";

/** The front matter of `content/authors/slug.md`; the body is the biography. */
export const authorSchema = z.strictObject({
  /** As it stands in the byline. */
  name: prose("Technology Desk"),
  /** Other names the author writes or is known under. */
  alsoKnownAs: z.array(prose("Tech Desk")).optional(),
  /** `person` or `organisation` (a desk, an agency). */
  type: reference("person").transform((value, context): "person" | "organisation" => {
    if (value === "person" || value === "organisation") return value;
    return refuse(context, `is "${value}"`, 'Write "person" or "organisation".');
  }),
  /** What the author does here. */
  role: prose("Reporter").optional(),
  /** What the author writes about. */
  beats: z.array(prose("Telecommunications")).optional(),
  /** Where else the author is found. */
  links: z.array(z.strictObject({ name: prose("Website"), url: webAddress })).optional(),
  picture: z
    .strictObject({
      /** A file beside this one. */
      src: imageFile,
      /** What the picture shows, for readers who cannot see it. */
      alt: prose("Portrait of Ann Example"),
      /** What stays in view in the square that it is cropped to: from its left and its top. */
      focus: focus.optional(),
    })
    .optional(),
  /** Addresses that the author's page had before: they lead to it. */
  formerly: formerly.optional(),
});

export type AuthorFrontMatter = z.output<typeof authorSchema>;
