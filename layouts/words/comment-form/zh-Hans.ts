import { plural } from "../plural.ts";
import type { CommentFormWords } from "./words.ts";

export const words: CommentFormWords = {
  missing: { comment: "请填写回复内容。", name: "请填写姓名。", consent: "请确认可以发表您的回复。" },
  wrongEmail: "请填写类似 ann@example.org 的地址，或者留空。",
  left: (characters) => plural("zh-Hans", characters, { other: "还可以输入 # 个字符" }),
  tooLong: (by) => plural("zh-Hans", by, { other: "超出 # 个字符" }),
  sending: "正在发送……",
};
