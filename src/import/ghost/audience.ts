import { type Payload, payloadOf, textOf } from "./payload.ts";

/**
 * Who was shown a card: everybody on the site, only readers who had signed in or paid, or only those of the newsletter.
 * Ghost writes it as `visibility`: `web.nonMember` in newer versions, `showOnWeb` before.
 */
export function audienceOf(card: Payload): "everybody" | "members" | "newsletter" {
  const visibility = payloadOf(card, "visibility");
  if (Object.hasOwn(visibility, "web")) {
    const web = payloadOf(visibility, "web");
    if (web["nonMember"] !== false) return "everybody";
    return textOf(web, "memberSegment") ? "members" : "newsletter";
  }
  return visibility["showOnWeb"] === false ? "newsletter" : "everybody";
}
