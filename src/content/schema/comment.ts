import { z } from "zod";
import { personalDataIn } from "../personal-data.ts";
import { moment, paragraphs, prose, reference, refuse } from "./fields.ts";

/** Refuses what nobody who replies to a story expects to see published. */
const withoutPersonalData = <Field extends z.ZodType<string>>(field: Field) =>
  field.transform((text, context) => {
    const [first] = personalDataIn(text);
    if (!first) return text;
    const shown = text.slice(first.index, first.index + first.length);
    return refuse(
      context,
      `holds ${first.what} ("${shown}")`,
      "Take it out: what readers are reached by is published nowhere.",
    );
  });

/** `content/comments/YYYY/MM/slug/id.yaml`: a reader's reply, as it was approved. `zone` is the site's. */
export const commentSchema = (zone: string) =>
  z.strictObject({
    /** As the reader gave it. */
    name: withoutPersonalData(prose("Ann Example")),
    /** When it was sent. */
    date: moment(zone),
    /** Paragraphs, emphasis, links and quotes in Markdown. */
    text: withoutPersonalData(paragraphs("It was the second lorry that I saw, not the first.")),
    /** The id of the reply that it answers: the name of that file, without .yaml. */
    replyTo: reference("5f2c81").optional(),
  });
