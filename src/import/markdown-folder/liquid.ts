import { replaceBlocks } from "../replace-blocks.ts";
import { argumentsIn, embedOf, escaped, figure, kept, keptCode, linkLine, short } from "./markup.ts";
import type { Refer } from "./shortcodes.ts";

/** Longer than any tag. */
const LONGEST = 3000;

/** Liquid's and Nunjucks' tags become what they show where that can be told; nothing of them is run. */
export function withoutLiquid(text: string, refer: Refer): string {
  const comment = ({ written }: { readonly written: string }) =>
    kept(`A comment for the newsroom was left out: ${short(written)}`);
  const uncommented = replaceBlocks(
    replaceBlocks(text, /\{%-? {0,9}comment {0,9}-?%\}/, /\{%-? {0,9}endcomment {0,9}-?%\}/, comment),
    /\{#/,
    /#\}/,
    comment,
  );
  return filledIn(inElements(uncommented, refer), refer);
}

function filledIn(text: string, refer: Refer): string {
  const untagged = replaceBlocks(text, /\{%-?/, /-?%\}/, ({ written, inner }) => tag(written, inner.trim(), refer));
  return replaceBlocks(untagged, /\{\{-?/, /-?\}\}/, ({ written, inner }) => output(written, inner.trim()));
}

function tag(written: string, inner: string, refer: Refer): string {
  const [, name = "", rest = ""] = /^(\w+)(.*)$/s.exec(inner.slice(0, LONGEST)) ?? [];
  if (name === "post_url" || name === "link") {
    return refer(rest.trim()) ?? keptCode("A link to a text that is not there:", written);
  }
  const isInclude = name.startsWith("include") || name === "render";
  const [, skipped = "", included = ""] = (isInclude && /^(\s*["']?([\w./-]+))/.exec(rest)) || [];
  const values = argumentsIn(rest.slice(skipped.length));
  const called = (isInclude ? included : name).replace(/^.*\//, "").replace(/\.\w+$/, "");
  const src = ["src", "image_path", "url", "path", "image", "file"].map((key) => values.get(key)).find((one) => one);
  if (src && /image|figure|img|picture|photo/i.test(called)) {
    const caption = values.get("caption") ?? values.get("title");
    return figure({ src, alt: values.get("alt") ?? values.get("description"), caption, link: values.get("link") });
  }
  const address = embedOf(called, values);
  return address ? linkLine(address) : keptCode("A template's tag, which is not run:", written);
}

/** `{{ site.baseurl }}` and `{{ "/path" | relative_url }}` are addresses; of the rest nobody knows what it would say. */
function output(written: string, inner: string): string {
  if (/^site\.(?:baseurl|url)(?:\s*\||$)/.test(inner)) return "";
  const [, , path] = /^(["'])([^"']*)\1\s*\|\s*(?:relative_url|absolute_url|url|prepend:)/.exec(inner) ?? [];
  if (path !== undefined) return path;
  const [, , literal] = /^(["'])([^"']*)\1$/.exec(inner) ?? [];
  return literal === undefined ? keptCode("A template's value, which is not filled in:", written) : escaped(literal);
}

/** In an element's attributes nothing can be kept: what cannot be told is left out there, and listed before it. */
const inElements = (text: string, refer: Refer): string =>
  text.replace(/<[a-z][^<>]*>/gi, (element) => {
    if (!/\{[{%]/.test(element)) return element;
    const notes: string[] = [];
    const plain = (written: string, made: string) => {
      if (!made.includes("<")) return made;
      notes.push(kept(`A template's value was left out of an element: ${short(written)}`));
      return "";
    };
    const untagged = replaceBlocks(element, /\{%-?/, /-?%\}/, ({ written, inner }) =>
      plain(written, tag(written, inner.trim(), refer)),
    );
    const made = replaceBlocks(untagged, /\{\{-?/, /-?\}\}/, ({ written, inner }) =>
      plain(written, output(written, inner.trim())),
    );
    return notes.join("") + made;
  });
