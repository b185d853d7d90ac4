import type { FormReader } from "./written-form.ts";

/** What a reader should know beside the story: any Markdown under a title. */
export const factBox: FormReader<"fact-box"> = {
  needs: ["title"],
  mayHave: [],
  example: '::: fact-box title="What 5G is"',
  read({ attributes, inside, typographic, refuse }) {
    if (inside.length === 0) refuse("This fact box is empty.", "Write its facts between the two lines.");
    return { title: typographic(attributes.get("title")?.value ?? "") };
  },
};
