import { replaceBlocks } from "../replace-blocks.ts";
import { argumentsIn, embedOf, escaped, figure, kept, keptCode, linkLine, short } from "./markup.ts";

const COMPONENT = /<(\/?)([A-Z][\w.]*)((?:[^<>"'{}]|"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\})*)>/y;

/** Longer than any component's own tag. */
const LONGEST = 2000;

/** MDX without its code: what its components hold is kept, and each of them is listed. */
export function withoutMdx(text: string): string {
  const uncoded = text
    .split(/(\n[ \t]*\n)/)
    .map((block) => (isCode(block) ? kept(`Code was left out: ${short(block)}`) : block))
    .join("");
  const comment = ({ written }: { readonly written: string }) =>
    kept(`A comment for the newsroom was left out: ${short(written)}`);
  const uncommented = replaceBlocks(uncoded, /\{\s{0,9}\/\*/, /\*\/\s{0,9}\}/, comment);
  return withoutComponents(uncommented).replace(/(?<!\\)\{([^{}\n]*)\}/g, (written, inner: string) => {
    const [, , literal] = /^(["'`])([^"'`]*)\1$/.exec(inner.trim()) ?? [];
    return literal === undefined ? keptCode("An expression, which is not filled in:", written) : escaped(literal);
  });
}

/** A block that begins with an `import` or `export` of JavaScript, and not with a sentence about them. */
const isCode = (block: string): boolean =>
  /^\n*(?:import\s{0,9}(?:["'{*]|\w+\s{0,9}(?:,|from\s))|export\s{1,9}(?:const|let|default|function|\{))/.test(block);

function withoutComponents(text: string): string {
  let made = "";
  let from = 0;
  for (const { index } of text.matchAll(/<\/?[A-Z]/g)) {
    if (index < from) continue;
    COMPONENT.lastIndex = 0;
    const [written, isEnd, name = "", rest = ""] = COMPONENT.exec(text.slice(index, index + LONGEST)) ?? [];
    if (written === undefined) continue;
    made += text.slice(from, index) + (isEnd ? "" : shown(written, name, rest));
    from = index + written.length;
  }
  return made + text.slice(from);
}

function shown(written: string, name: string, rest: string): string {
  const values = argumentsIn(rest.replace(/\{\s*(["'`])([^"'`{}]*)\1\s*\}/g, '"$2"').replace(/\/\s*$/, ""));
  const src = values.get("src");
  if (src && !src.includes("{") && /image|img|figure|picture|photo/i.test(name)) {
    return figure({ src, alt: values.get("alt"), caption: values.get("caption") ?? values.get("title") });
  }
  const address = embedOf(name, values);
  return address ? linkLine(address) : keptCode("A component, which is not run:", written);
}
