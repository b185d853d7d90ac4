import type { OldStatus } from "../old-site.ts";
import type { Listing } from "./listing.ts";
import type { MetaRow, PostRow } from "./rows.ts";

/**
 * Whether readers may see a post. What only members, payers or the newsletter could read never becomes public by itself:
 * whatever Ghost may yet call an audience, only `public` is one (and its absence, before there were members).
 */
export function statusOf(row: PostRow, meta: MetaRow | undefined, listing: Listing): OldStatus {
  const isPublic = row.visibility === undefined || row.visibility === "public";
  if (!isPublic) listing.person(`It was not for everybody, but for "${row.visibility}".`);
  if (row.status === "sent" || meta?.email_only) {
    listing.person("It was sent by e-mail and never stood on the site.");
    return isPublic ? "draft" : "password";
  }
  switch (row.status) {
    case "draft":
      return "draft";
    case "scheduled":
      return isPublic ? "scheduled" : "password";
    case "published":
      return isPublic ? "published" : "password";
    default:
      listing.person(`It had a status that is unknown: "${row.status ?? ""}".`);
      return "private";
  }
}
