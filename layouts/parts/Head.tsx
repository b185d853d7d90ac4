import type { SitePath } from "../../src/model/urls.ts";

export interface HeadProps {
  /** The whole title of the document. */
  readonly title: string;
  readonly description: string;
  /** Absolute; absent on a page that is not to be found by its address (404). */
  readonly canonical?: string | undefined;
  readonly indexed: boolean;
  readonly stylesheet: SitePath;
  readonly icon: SitePath;
  readonly script?: SitePath | undefined;
  readonly feeds: readonly { readonly type: string; readonly title: string; readonly url: SitePath }[];
  readonly openGraph: readonly { readonly property: string; readonly content: string }[];
  /** schema.org data. */
  readonly jsonLd?: object | undefined;
}

export function Head({
  title,
  description,
  canonical,
  indexed,
  stylesheet,
  icon,
  script,
  feeds,
  openGraph,
  jsonLd,
}: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      {!indexed && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      <link rel="stylesheet" href={stylesheet} />
      <link rel="icon" type="image/svg+xml" href={icon} />
      <meta name="color-scheme" content="light dark" />
      {feeds.map((feed) => (
        <link rel="alternate" type={feed.type} title={feed.title} href={feed.url} />
      ))}
      {openGraph.map(({ property, content }) => (
        <meta property={property} content={content} />
      ))}
      {jsonLd && <JsonLd data={jsonLd} />}
      {script && <script type="module" src={script} />}
    </head>
  );
}

/** JSON in a script element: a `<` in a headline must not end it (HTML, 4.12.1.3, restrictions for script contents). */
function JsonLd({ data }: { data: object }) {
  const json = JSON.stringify(data).replace(/</g, "\\u003c");
  // Script content is not parsed as markup, and < is escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
