declare const slugMark: unique symbol;

/** A name that can stand in a URL: lower case, letters and digits of any script, single hyphens between. NFC. */
export type Slug = string & { readonly [slugMark]: true };

const SLUG = /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u;

/** Letters and marks that nobody sees (Unicode, Default_Ignorable_Code_Point): two names would look the same. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}&&[\p{L}\p{M}]]/gv;

/** What Windows keeps for devices, with whatever ending (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$)(?:\.|$)/i;

/** Whether no file on Windows can have a name, in any folder: neither the site nor its content could lie there. */
export const isDevice = (name: string): boolean => DEVICE.test(name);

/** Most file systems take 255 bytes a name; what the build adds must fit beside the slug. */
const MAX_SLUG_BYTES = 200;

/** Whether a text is a slug as it stands, so that `slugFrom` would leave it alone. */
export function isSlug(text: string): text is Slug {
  return SLUG.test(text) && slugFrom(text) === text;
}

/**
 * The slug for a name, or undefined when nothing is left of it.
 *
 * Keeps every script (华为 stays 华为), and keeps apart what punctuation tells apart (C, C++ and C#).
 * `slugFrom(slugFrom(x)) === slugFrom(x)`.
 */
export function slugFrom(name: string): Slug | undefined {
  const words = name
    .normalize("NFC")
    .toLowerCase()
    .replace(INVISIBLE, "")
    .replace(/['’]/g, "")
    .replace(/(?<=[\p{L}\p{N}+])\+/gu, " plus ")
    .replace(/(?<=\p{L})#/gu, " sharp ")
    .replace(/&/g, " and ")
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  if (!words) return undefined;
  const slug = words.join("-").normalize("NFC").toLowerCase().normalize("NFC");
  return cutToBytes(slug) as Slug; // the one place, beside isSlug, where a slug is made
}

/** A text in which case, and the way an accent is encoded, make no difference. For comparing, not for showing. */
export function caseless(text: string): string {
  // Through the upper case, because some letters have two lower ones (the sigmas, the long s).
  return text.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}

const UTF8 = new TextEncoder();

function cutToBytes(slug: string): string {
  // A UTF-16 unit has at most three bytes in UTF-8.
  if (slug.length * 3 <= MAX_SLUG_BYTES) return slug;
  let bytes = 0;
  let end = 0;
  for (const character of slug) {
    bytes += UTF8.encode(character).length;
    if (bytes > MAX_SLUG_BYTES) return slug.slice(0, end).replace(/-+$/, "");
    end += character.length;
  }
  return slug;
}
