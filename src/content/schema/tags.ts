import { z } from "zod";
import { flag, formerly, list, passage, prose, reference } from "./fields.ts";

/** `content/tags.yaml`: the registry of tags. */
export const tagsSchema = z.array(
  z.strictObject({
    /** Left out, it is made from the name. */
    slug: reference("belt-and-road").optional(),
    name: prose("Belt and Road"),
    description: passage("The initiative, its projects and its money.").optional(),
    /** Whether the topic has a page of its stories by their dates. It has none when left out. */
    timeline: flag.optional(),
    /** Other words a writer may use for it. */
    aliases: list(prose("BRI")).optional(),
    /** Addresses that the tag's page had before: they lead to it. */
    formerly: formerly.optional(),
  }),
);
