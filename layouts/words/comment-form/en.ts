import { plural } from "../plural.ts";
import type { CommentFormWords } from "./words.ts";

export const words: CommentFormWords = {
  missing: {
    comment: "Write your reply.",
    name: "Write your name.",
    consent: "Say that your reply may be published.",
  },
  wrongEmail: "Write an address such as ann@example.org, or leave this empty.",
  left: (characters) => plural("en", characters, { one: "# character left", other: "# characters left" }),
  tooLong: (by) => plural("en", by, { one: "# character too many", other: "# characters too many" }),
  sending: "Sending …",
};
