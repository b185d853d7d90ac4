import { figure, kept, keptCode, short } from "./markup.ts";
import type { Refer } from "./shortcodes.ts";

/** What kramdown, Goldmark and note-taking programs add to Markdown, and our Markdown does not have. */
export function withoutDialect(text: string, refer: Refer, listing: { changed(what: string): void }): string {
  const left = (what: string) => {
    listing.changed(what);
    return "";
  };
  return text
    .replace(/^[*-] .*\n\{: {0,9}toc\b[^}\n]{0,200}\}/gim, () =>
      left("A list of contents was left out: stories have their own."),
    )
    .replace(/\{::[^}\n]{0,300}\}|\{:\/[^}\n]{0,300}\}/g, (written) =>
      left(`An option of kramdown's was left out: ${short(written)}`),
    )
    .replace(/\{:[^}\n]{0,300}\}/g, (written) => left(`Attributes were left out: ${short(written)}`))
    .replace(/^#{1,6} .*\}[ \t]*$/gm, (heading) => {
      const [attributes] = /\{[#.][^{}]{0,300}\}\s*$/.exec(heading.slice(-400)) ?? [];
      if (attributes) left(`Attributes were left out: ${short(attributes)}`);
      return attributes ? heading.slice(0, -attributes.length).trimEnd() : heading;
    })
    .replace(/\$\$([\s\S]{1,4000}?)\$\$/g, (formula) => keptCode("A formula:", formula))
    .replace(
      /(!?)\[\[([^[\]|\n]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]/g,
      (_all, shown: string, to: string, words?: string) => {
        if (shown) return figure({ src: to.trim(), alt: words && !/^\d+(?:x\d+)?$/.test(words) ? words : undefined });
        const address = refer(to.trim());
        const text = (words ?? to).trim();
        return address
          ? `[${text}](<${address}>)`
          : kept(`A link leads to a text that is not there: ${to.trim()}`, text);
      },
    )
    .replace(/^\[{1,2}_?toc_?\]{1,2}$/gim, () => left("A list of contents was left out: stories have their own."))
    .replace(/^(?=[ >]{0,9}[-*+] \[[ x]\] )/im, () => left("A list of tasks is a plain list now, with its brackets."))
    .replace(/^(?=: +\S)/m, () => left("A list of definitions is plain text now."));
}
