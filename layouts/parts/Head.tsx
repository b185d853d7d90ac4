import type { InlineHash, Inlines } from "../../src/model/inserts.ts";
import type { Shades } from "../../src/model/theme.ts";
import type { SitePath } from "../../src/model/urls.ts";
import { Analytics, type AnalyticsProps } from "./Analytics.tsx";

export interface HeadProps {
  /** The whole title of the document. */
  readonly title: string;
  readonly description: string;
  /** Absolute; absent on a page that is not to be found by its address (404). */
  readonly canonical?: string | undefined;
  readonly indexed: boolean;
  /** The style sheet and the script that run before anything is shown, by their hashes. */
  readonly sheet: InlineHash;
  /** The style sheets of what few pages hold; absent where this one holds none of it. */
  readonly moreSheets?: readonly InlineHash[] | undefined;
  readonly early: InlineHash;
  /** The colour of the page, for what a browser draws around it. */
  readonly paper: Shades;
  /** What a browser may fetch before a reader asks for it. */
  readonly speculation: InlineHash;
  readonly icon: SitePath;
  readonly manifest: SitePath;
  readonly scripts: readonly SitePath[];
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly url: SitePath }[];
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** What sharing services read beside Open Graph. */
  readonly cards: readonly { readonly name: string; readonly content: string }[];
  /** schema.org data. */
  readonly jsonLd?: object | undefined;
  readonly analytics?: AnalyticsProps | undefined;
}

export function Head({
  title,
  description,
  canonical,
  indexed,
  sheet,
  moreSheets,
  early,
  paper,
  speculation,
  icon,
  manifest,
  scripts,
  feeds,
  openGraph,
  cards,
  jsonLd,
  analytics,
  inlines,
}: HeadProps & { readonly inlines: Inlines }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      {!indexed && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      <meta name="color-scheme" content="light dark" />
      {/* Ours, made by the build, and allowed by their hashes in the Content-Security-Policy. */}
      <script dangerouslySetInnerHTML={{ __html: inlined(inlines, early) }} />
      <style dangerouslySetInnerHTML={{ __html: inlined(inlines, sheet) }} />
      {moreSheets?.map((more) => (
        <style dangerouslySetInnerHTML={{ __html: inlined(inlines, more) }} />
      ))}
      <meta name="theme-color" media="(prefers-color-scheme: light)" content={paper.light} />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content={paper.dark} />
      <link rel="icon" href={icon} />
      <link rel="manifest" href={manifest} />
      {feeds.map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={feed.url} />
      ))}
      {openGraph.map(({ property, content }) => (
        <meta property={property} content={content} />
      ))}
      {cards.map(({ name, content }) => (
        <meta name={name} content={content} />
      ))}
      {jsonLd && <JsonLd data={jsonLd} />}
      {scripts.map((script) => (
        <script type="module" src={script} />
      ))}
      {analytics && <Analytics {...analytics} />}
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: inlined(inlines, speculation) }} />
    </head>
  );
}

function inlined(inlines: Inlines, hash: InlineHash): string {
  const text = inlines.get(hash);
  if (text === undefined) throw new Error(`No style or script with the hash ${hash}`);
  return text;
}

/** JSON in a script element: a `<` in a headline must not end it (HTML, 4.12.1.3, restrictions for script contents). */
function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data).replace(/</g, "\\u003c");
  // Script content is not parsed as markup, and < is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
