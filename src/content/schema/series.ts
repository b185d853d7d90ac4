import { z } from "zod";
import { formerly, passage, prose, reference } from "./fields.ts";

/** `content/series.yaml`: the registry of series. */
export const seriesSchema = z.array(
  z.strictObject({
    /** What stories call it by; left out, it is made from the name. */
    slug: reference("the-last-ferry").optional(),
    name: prose("The last ferry"),
    description: passage("Five years from the first plan to the last trip.").optional(),
    /** Addresses that the series' page had before: they lead to it. */
    formerly: formerly.optional(),
  }),
);
