import type { FormReader } from "./written-form.ts";

/** The story in a few points: one list, before anything else in the text. */
export const keyPoints: FormReader<"key-points"> = {
  needs: [],
  mayHave: ["title"],
  example: "::: key-points",
  read({ attributes, inside, isFirst, typographic, refuse, refuseAt }) {
    if (!isFirst) refuse("Key points stand at the top of a story, above all else.", "Move them up.");
    const [first, ...others] = inside.filter(([{ level, nesting }]) => level === 1 && nesting >= 0);
    if (!first) refuse("There are no key points here.", LIST);
    else if (!LISTS.has(first[0].type)) refuseAt(first[1], 0, 1, "Key points are a list.", LIST);
    const [other] = others;
    if (other) refuseAt(other[1], 0, 1, "Key points are one list, and nothing beside it.", LIST);
    const title = attributes.get("title")?.value;
    return { title: title && typographic(title) };
  },
};

const LISTS = new Set(["bullet_list_open", "ordered_list_open"]);

const LIST = 'Begin each line with "- ".';
