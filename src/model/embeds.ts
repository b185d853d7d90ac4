import { mastodon } from "./embeds/posts.ts";
import { type Found, frameAddress, type Provider } from "./embeds/provider.ts";
import { KNOWN_PROVIDERS } from "./embeds/providers.ts";
import { peertube } from "./embeds/videos.ts";

/** What a reader would watch, hear, read or look at. */
export type EmbedKind = "video" | "audio" | "post" | "map";

/**
 * The room that a frame is given: 16 by 9, 9 by 16 or 4 by 3; the height of one recording or of a list of them; or as
 * high as the frame says it is.
 */
export type EmbedShape = "wide" | "tall" | "map" | "track" | "list" | "post";

/** Something of another site that a page shows when its reader asks for it; plain data. */
export interface Embed {
  readonly kind: EmbedKind;
  /** Who is sent the reader's address, by the name that readers know. */
  readonly provider: string;
  /** What the provider calls it. */
  readonly id: string;
  /** Where it stands, as a link: an address without a name in it, or a port. */
  readonly url: string;
  /** What a frame loads: an address of the provider, over https. */
  readonly frame: string;
  readonly shape: EmbedShape;
  /** Whether the provider shows nothing to a page that does not say which site it is of. */
  readonly needsReferrer: boolean;
}

/** An embed as it stands in a text. */
export interface EmbedCard extends Omit<Embed, "id"> {
  /** The words of the link that it was made of; absent where these are its address. */
  readonly title?: string | undefined;
  /** Whether somebody paid for the story, and so for its links. */
  readonly isPaid?: boolean | undefined;
}

/** Hosts of Mastodon and PeerTube that a site trusts with its readers; false where links stay links. */
export type EmbedHosts = readonly string[] | false;

/** Characters of an address. The longest that a provider gives out is that of a Google map, of some 500. */
const MAX_ADDRESS = 2000;

/**
 * What an address would show in a frame; undefined for one that stays a link. What goes into the frame's address is what
 * a strict pattern has let through, and nothing else of what was written.
 */
export function embedOf(written: string, hosts: EmbedHosts): Embed | undefined {
  if (hosts === false || written.length > MAX_ADDRESS) return undefined;
  // `URL` overlooks line breaks and turns backslashes, so that what it reads is not what people see.
  if (!/^https?:\/\/[^\s\p{C}\\]+$/iu.test(written)) return undefined;
  const url = URL.parse(written);
  if (!url || `${url.username}${url.password}${url.port}` !== "") return undefined;
  const provider = KNOWN.get(url.hostname) ?? (hosts.includes(url.hostname) ? ofInstance(url) : undefined);
  const found = provider?.find(url);
  return provider && found && embedAs(provider, found, url);
}

/** The origin of what a frame loads, as a Content-Security-Policy names it. */
export const frameOriginOf = ({ frame }: Pick<Embed, "frame">): string => new URL(frame).origin;

const KNOWN: ReadonlyMap<string, Provider> = new Map(
  KNOWN_PROVIDERS.flatMap((provider) => provider.hosts.map((host) => [host, provider] as const)),
);

/** The two programs have addresses of different forms, so a site need not say which of them a host runs. */
const ofInstance = (url: URL): Provider | undefined =>
  [mastodon, peertube].map((at) => at(url.hostname)).find((provider) => provider.find(url));

function embedAs(provider: Provider, { kind, id, shape, ...found }: Found, url: URL): Embed {
  const { name, needsReferrer = false } = provider;
  return { kind, provider: name, id, url: url.href, frame: frameAddress(provider, found), shape, needsReferrer };
}
