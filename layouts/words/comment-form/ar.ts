import { plural } from "../plural.ts";
import type { CommentFormWords } from "./words.ts";

export const words: CommentFormWords = {
  missing: { comment: "اكتب ردك.", name: "اكتب اسمك.", consent: "وافق على جواز نشر ردك." },
  wrongEmail: "اكتب عنوانًا مثل ann@example.org أو اترك هذا فارغًا.",
  left: (characters) =>
    plural("ar", characters, {
      zero: "لم يبق أي حرف",
      one: "بقي حرف واحد",
      two: "بقي حرفان",
      few: "بقيت # أحرف",
      many: "بقي # حرفًا",
      other: "بقي # حرف",
    }),
  tooLong: (by) =>
    plural("ar", by, {
      one: "زاد حرف واحد",
      two: "زاد حرفان",
      few: "زادت # أحرف",
      many: "زاد # حرفًا",
      other: "زاد # حرف",
    }),
  sending: "جارٍ الإرسال…",
};
