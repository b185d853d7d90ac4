import type { CollectionPage, NewsMediaOrganization, ProfilePage, WebSite } from "schema-dts";
import type { Picture } from "../model/image.ts";
import { filesIn, originalUrl } from "../model/image-variants.ts";
import type { Author } from "../model/newsroom.ts";
import { POLICIES, POLICY_NAMES } from "../model/policies.ts";
import type { Settings } from "../model/settings.ts";
import { isSlug } from "../model/slugs.ts";
import { absoluteUrl, FRONT, type SitePath, staticPageUrl } from "../model/urls.ts";
import { authorReference, breadcrumbList, type Crumb, publisherReference } from "./json-ld.ts";

/** schema.org `WebSite`, for the front page. `icon` stands for the publisher where the theme has no logo. */
export function webSite(settings: Settings, icon: SitePath): Exclude<WebSite, string> {
  return {
    "@type": "WebSite",
    name: settings.title,
    url: absoluteUrl(settings.url, FRONT),
    description: settings.description,
    inLanguage: settings.language,
    publisher: newsMediaOrganization(settings, icon),
  };
}

/** schema.org `NewsMediaOrganization`: whoever publishes the site, and where it says how it works. */
function newsMediaOrganization(settings: Settings, icon: SitePath): Exclude<NewsMediaOrganization, string> {
  const { publisher, theme, url } = settings;
  return {
    ...publisherReference(settings),
    logo: absoluteUrl(url, theme.logo ? originalUrl(theme.logo) : icon),
    ...(publisher.sameAs ? { sameAs: publisher.sameAs } : {}),
    ...policiesOf(settings),
  };
}

function policiesOf({ publisher, url }: Settings): Partial<Record<(typeof POLICIES)[keyof typeof POLICIES], string>> {
  return Object.fromEntries(
    POLICY_NAMES.flatMap((name) => {
      const slug = publisher.policies?.[name];
      return slug !== undefined && isSlug(slug) ? [[POLICIES[name], absoluteUrl(url, staticPageUrl(slug))]] : [];
    }),
  );
}

/** schema.org `ProfilePage` about a `Person` or an `Organization`. */
export function profilePage(author: Author, ways: readonly Crumb[], settings: Settings): Exclude<ProfilePage, string> {
  const { alsoKnownAs, links, role, beats, picture } = author;
  const reference = authorReference(author, settings);
  const more = {
    ...(alsoKnownAs.length > 0 ? { alternateName: alsoKnownAs } : {}),
    ...(picture ? { image: absoluteUrl(settings.url, portraitOf(picture)) } : {}),
    ...(beats.length > 0 ? { knowsAbout: beats } : {}),
    ...(links.length > 0 ? { sameAs: links.map(({ url }) => url) } : {}),
  };
  const publisher = publisherReference(settings);
  return {
    "@type": "ProfilePage",
    breadcrumb: breadcrumbList(ways, settings),
    mainEntity:
      reference["@type"] === "Person"
        ? { ...reference, ...more, ...(role ? { jobTitle: role } : {}), worksFor: publisher }
        : { ...reference, ...more, ...(role ? { description: role } : {}), parentOrganization: publisher },
  };
}

/** The file that every browser shows of a portrait; a drawing in SVG as it is. */
const portraitOf = ({ image, focus }: Picture): SitePath =>
  filesIn("portrait", image, focus).at(-1)?.url ?? originalUrl(image);

/** A page that lists others. */
export interface Collection {
  readonly name: string;
  readonly description?: string | undefined;
  readonly url: SitePath;
  /** From the front page down to the list itself. */
  readonly ways: readonly Crumb[];
}

/**
 * schema.org `CollectionPage`. What it lists is not said again: its stories say it of themselves, and once more here it
 * would be a tenth of the page.
 */
export function collectionPage(
  { name, description, url, ways }: Collection,
  settings: Settings,
): Exclude<CollectionPage, string> {
  return {
    "@type": "CollectionPage",
    name,
    ...(description ? { description } : {}),
    url: absoluteUrl(settings.url, url),
    inLanguage: settings.language,
    breadcrumb: breadcrumbList(ways, settings),
    publisher: publisherReference(settings),
  };
}
