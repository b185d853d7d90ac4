import { posix } from "node:path";
import { stringify } from "yaml";
import { webAddressOf } from "../content/web-address.ts";
import { readablePath, type SitePath } from "../model/urls.ts";
import type { Finding } from "./findings.ts";
import { linkIn } from "./links.ts";
import type { MappedAuthor } from "./map/map.ts";
import { readText } from "./markdown/convert.ts";
import type { OldAuthor } from "./old-site.ts";
import { oneLine } from "./one-line.ts";
import { type MadeFile, placed } from "./story.ts";
import type { StoryContext } from "./story-context.ts";

/** The file of an author; `old` is undefined for the one that stories without an author are given. */
export async function makeAuthor(
  { slug, name, type }: Pick<MappedAuthor, "slug" | "name" | "type">,
  old: OldAuthor | undefined,
  formerly: readonly SitePath[],
  { existing, pictures, addresses, site }: Omit<StoryContext, "names">,
): Promise<MadeFile> {
  const file = `authors/${slug}.md`;
  const findings: Finding[] = [];
  const website = webAddressOf(old?.website ?? "")?.href;
  const shown = oneLine(name) || slug;
  const read = readText(old?.biography ?? { format: "html", text: "" });
  const portrait = old?.picture && (await pictures.bring(old.picture.src, posix.dirname(file), existing.shownRoot));
  const picture = portrait && "image" in portrait ? portrait.image : undefined;
  const { markdown, notes } = read.convert({
    title: shown,
    link: linkIn(file, addresses, site.url),
    picture: (choices) => ({
      missing: "A biography has no pictures in its text here.",
      url: URL.parse(choices[0] ?? "")?.href,
    }),
  });
  const front = {
    name: shown,
    type,
    ...(website ? { links: [{ name: "Website", url: website }] } : {}),
    ...(picture
      ? {
          picture: {
            src: posix.basename(picture.file),
            alt: oneLine(old?.picture?.alt ?? "") || `Portrait of ${shown}`,
          },
        }
      : {}),
    ...(formerly.length > 0 ? { formerly: formerly.map(readablePath) } : {}),
  };
  const head = `---\n${stringify(front, { lineWidth: 0 })}---\n`;
  const shownAs = `${existing.shownRoot}/${file}`;
  const linesBefore = head.split("\n").length - 1;
  findings.push(...placed(notes, shownAs, linesBefore));
  return { text: `${head}${markdown}`, findings, pictures: portrait && "image" in portrait ? [portrait] : [] };
}
