import { z } from "zod";
import { focus, formerly, imageFile, list, prose, reference, refuse, webAddress } from "./fields.ts";

/** `@name@host`, as Mastodon writes and reads it (docs.joinmastodon.org/spec/webfinger). */
const handle = reference('"@ann@social.example"').transform((value, context) =>
  /^@\w+(?:[.-]+\w+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}[\p{L}\d-]*$/u.test(value)
    ? value
    : refuse(
        context,
        `is no address in the fediverse ("${value}")`,
        'Write it in quotes, such as "@ann@social.example".',
      ),
);

/** The front matter of `content/authors/slug.md`; the body is the biography. */
export const authorSchema = z.strictObject({
  /** As it stands in the byline. */
  name: prose("Technology Desk"),
  /** Other names the author writes or is known under. */
  alsoKnownAs: list(prose("Tech Desk")).optional(),
  /** `person` or `organisation` (a desk, an agency). */
  type: reference("person")
    .transform((value, context): "person" | "organisation" => {
      if (value === "person" || value === "organisation") return value;
      return refuse(context, `is "${value}"`, 'Write "person" or "organisation".');
    })
    .meta({ example: "person", accepts: { enum: ["person", "organisation"] } }),
  /** What the author does here. */
  role: prose("Reporter").optional(),
  /** What the author writes about. */
  beats: list(prose("Telecommunications")).optional(),
  /** Where else the author is found. */
  links: list(z.strictObject({ name: prose("Website"), url: webAddress })).optional(),
  /** Where the author is followed in the fediverse, which then names them under links to their stories. */
  fediverse: handle.optional(),
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
