import type { RedirectRule } from "../../layouts/redirects.ts";
import { type Redirect, redirectsOf } from "../model/redirects.ts";
import { absoluteUrl, pageFile, REDIRECTS, type SitePath } from "../model/urls.ts";
import type { Edition } from "./frame.ts";
import type { PlannedPage, TextPage } from "./page.ts";

/** Netlify takes more, but does not promise that a deploy with them succeeds (docs.netlify.com, "Redirects"). */
export const MOST_RULES = 10_000;

/**
 * The pages at addresses that others had before, and `/_redirects`, by which a host that reads it answers there sooner.
 * They are pages for nobody to look at, so they stand in no list, sitemap or search. Of redirects beyond those that the
 * file may hold there are the pages only. The file also says which stories are gone.
 */
export function redirectPages(edition: Edition): PlannedPage<TextPage>[] {
  const redirects = redirectsOf(edition.publication);
  const gone = edition.publication.tombstones.map(({ url }) => goneAt(url));
  if (redirects.length + gone.length === 0) return [];
  return [
    ...redirects.map((redirect): PlannedPage<TextPage> => {
      return { kind: "text", url: redirect.from, make: () => redirectPage(edition, redirect) };
    }),
    { kind: "text", url: REDIRECTS, make: () => rulesPage([...gone, ...redirects.map(ruleOf)].slice(0, MOST_RULES)) },
  ];
}

function redirectPage({ publication: { settings } }: Edition, { from, to, title, language }: Redirect): TextPage {
  return {
    kind: "text",
    url: from,
    layout: "redirect",
    props: {
      language: settings.language,
      title,
      titleLanguage: language,
      to,
      canonical: absoluteUrl(settings.url, to),
    },
  };
}

const rulesPage = (rules: readonly RedirectRule[]): TextPage => ({
  kind: "text",
  url: REDIRECTS,
  layout: "redirects",
  props: { rules },
});

/** Forced, as the redirect's own page stands at its address. */
const ruleOf = ({ from, to }: Redirect): RedirectRule => ({ from, to, status: 301, force: true });

/** RFC 9110, 15.5.11: gone on purpose, and for good. Readers are shown the tombstone that stands there. */
const goneAt = (url: SitePath): RedirectRule => ({ from: url, to: pageFile(url), status: 410, force: true });
