import { z } from "zod";
import { list, moment, passage, reference } from "./fields.ts";

const storyFile = reference("articles/2026/11/bridge-opens.md");

/** `content/front.yaml`: what the editor decides about the front page. What it leaves open, time and section fill. */
export const frontSchema = (zone: string) =>
  z.strictObject({
    /** The story that leads. */
    lead: z
      .strictObject({
        /** Its file, below `content/`. */
        story: storyFile,
        /** When the lead is the newest story's again. */
        until: moment(zone).optional(),
      })
      .optional(),
    /** The files of the stories that follow the lead, in this order. */
    order: list(storyFile).optional(),
    /** A line above everything, while news breaks. */
    banner: z
      .strictObject({
        text: passage("The bridge is closed to all traffic."),
        /** The file of the story that it leads to. */
        story: storyFile.optional(),
        /** When it comes down by itself. */
        until: moment(zone),
      })
      .optional(),
  });
