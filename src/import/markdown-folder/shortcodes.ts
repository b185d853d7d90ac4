import { replaceBlocks } from "../replace-blocks.ts";
import { argumentsIn, embedOf, figure, kept, keptCode, linkLine, short } from "./markup.ts";

/** Where a reference to another text leads; undefined where there is none. */
export type Refer = (reference: string) => string | undefined;

/** Longer than any short code's own line. */
const LONGEST = 3000;

/** Hugo's short codes become what they show; those that only a theme knows stay, and are listed. */
export function withoutShortcodes(text: string, refer: Refer): string {
  const comment = ({ written }: { readonly written: string }) =>
    kept(`A comment for the newsroom was left out: ${short(written)}`);
  const plain = replaceBlocks(
    replaceBlocks(text, /\{\{\/\*/, /\*\/\}\}/, comment),
    /\{\{< {0,9}comment {0,9}>\}\}/,
    /\{\{< {0,9}\/ {0,9}comment {0,9}>\}\}/,
    comment,
  );
  return replaceBlocks(plain, /\{\{[<%]/, /[>%]\}\}/, ({ written, inner }) => {
    const [, isEnd, name = "", rest = ""] = /^\s*(\/?)\s*([\w./-]+)(.*)$/s.exec(inner.slice(0, LONGEST)) ?? [];
    if (name === "" || inner.length > LONGEST) return keptCode("A short code that is not known:", written);
    return isEnd ? endOf(name) : shown(written, name.toLowerCase(), argumentsIn(rest.replace(/\/\s*$/, "")), refer);
  });
}

function shown(written: string, name: string, values: ReadonlyMap<string, string>, refer: Refer): string {
  const src = values.get("src") ?? values.get("image") ?? values.get("img") ?? values.get("0");
  if (src && /^(?:figure|img|image|picture)$/.test(name)) {
    const words = [values.get("title"), values.get("caption") ?? values.get("1"), values.get("attr")];
    const caption = words.filter(Boolean).join(" – ");
    return figure({ src, alt: values.get("alt"), caption, link: values.get("link") });
  }
  if (name === "ref" || name === "relref") {
    const reference = values.get("path") ?? values.get("0") ?? "";
    return refer(reference) ?? reference;
  }
  if (name === "details")
    return `\n\n<details><summary>${values.get("summary") ?? values.get("0") ?? ""}</summary>\n\n`;
  if (name === "rawhtml" || name === "html") return "";
  const address = embedOf(name, values);
  return address ? linkLine(address) : keptCode("A short code that is not known:", written);
}

const endOf = (name: string): string => (/^details$/i.test(name) ? "\n\n</details>\n\n" : "");
