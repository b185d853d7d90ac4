import type { EmbedKind, EmbedShape } from "../embeds.ts";

/** A site whose videos, recordings, posts or maps can be shown in a frame, without a script of its in our page. */
export interface Provider {
  /** As readers know it. */
  readonly name: string;
  /** The hosts of the addresses that people copy. */
  readonly hosts: readonly string[];
  /** The origin of its frames. */
  readonly frames: string;
  readonly needsReferrer?: boolean;
  /** What an address of one of the hosts shows; undefined for one that shows nothing of its own. */
  readonly find: (url: URL) => Found | undefined;
}

/** Something of a provider's, and the frame that shows it. */
export interface Found {
  readonly kind: EmbedKind;
  readonly id: string;
  readonly shape: EmbedShape;
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly hash?: string | undefined;
}

/** The address of a frame, which is always of the provider's origin. */
export function frameAddress(
  { frames }: Provider,
  { path, query = {}, hash }: Pick<Found, "path" | "query" | "hash">,
): string {
  const url = new URL(frames);
  url.pathname = path
    .map((segment) => encodeURIComponent(segment).replace(/%(?:3A|40)/g, decodeURIComponent))
    .join("/");
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  if (hash !== undefined) url.hash = hash;
  if (url.origin !== frames) throw new Error(`${url.href} is not of ${frames}`);
  return url.href;
}

/**
 * The first of the patterns that a path, without a slash at its end, is of, with its groups. Patterns are of the whole
 * path, and their groups of letters, digits and a few marks.
 */
export function pathOf(url: URL, ...patterns: readonly RegExp[]): string[] | undefined {
  const path = url.pathname.replace(/\/$/, "");
  for (const pattern of patterns) {
    const [whole, ...groups] = pattern.exec(path) ?? [];
    if (whole === path && groups.length > 0) return groups;
  }
  return undefined;
}

/** A parameter of an address, where it is of a form. */
export function parameterOf(url: URL, name: string, form: RegExp): string | undefined {
  const value = url.searchParams.get(name);
  return value !== null && form.test(value) ? value : undefined;
}

/** Seconds of a time that a video starts at: "90", "90s", "1m30s" or "1h2m3s". Undefined for other forms, and for 0. */
export function startOf(written: string | null): string | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written ?? "") ?? [];
  const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return start > 0 ? String(start) : undefined;
}
