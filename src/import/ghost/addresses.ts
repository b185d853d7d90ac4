import { DateTime, IANAZone } from "luxon";

/** Where Ghost's pages stood. */
export interface Addresses {
  /** Such as `/:year/:month/:day/:slug/`. */
  readonly permalinks: string;
  /** Of the dates in addresses; IANA. */
  readonly zone: string;
  /** A text in which Ghost's placeholder for the site's address is that address, or a path from its top. */
  whole(text: string): string;
}

/** Ghost's own settings have said where posts stand until routes.yaml came, which is not in exports. */
export function addressesOf(settings: ReadonlyMap<string, string>, url: string | undefined): Addresses {
  const zone = settings.get("timezone") ?? settings.get("active_timezone") ?? settings.get("activeTimezone") ?? "UTC";
  const origin = url?.replace(/\/+$/, "") ?? "";
  return {
    permalinks: settings.get("permalinks") ?? "/:slug/",
    zone: IANAZone.isValidZone(zone) ? zone : "UTC",
    whole: (text) => text.replaceAll("__GHOST_URL__", origin),
  };
}

/** The path of a post, a page, a tag or an author. */
export function addressOf(
  kind: "post" | "page" | "tag" | "author",
  slug: string,
  { permalinks, zone }: Addresses,
  published?: string,
): string {
  const path = encodeURIComponent(slug);
  if (kind === "tag" || kind === "author") return `/${kind}/${path}/`;
  const date = published === undefined ? undefined : DateTime.fromISO(published, { zone });
  if (kind === "page" || !date?.isValid) return `/${path}/`;
  return permalinks
    .replace(":year", date.toFormat("yyyy"))
    .replace(":month", date.toFormat("MM"))
    .replace(":day", date.toFormat("dd"))
    .replace(":slug", () => path);
}
