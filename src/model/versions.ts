/**
 * What a site says of itself to whoever tells others what has changed on it: which addresses there are, and in which
 * version each is. A version says nothing but whether it is that of before.
 */
export interface Versions {
  /** The origin, without a slash at its end. */
  readonly site: string;
  /** IndexNow's key, where search engines are to be told. */
  readonly indexNow?: string | undefined;
  /** The WebSub hub, where one is to be told. */
  readonly hub?: string | undefined;
  /** By path; what search engines may show. */
  readonly pages: Readonly<Record<string, string>>;
  /** By path. */
  readonly feeds: Readonly<Record<string, string>>;
}

/** What a site's list, or a copy that was kept of it, says; or what is wrong with it. */
export function readVersions(text: string): Versions | { readonly wrong: string } {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return { wrong: "is no JSON" };
    throw error;
  }
  if (!isRecord(told)) return { wrong: "is no list of versions" };
  const { site, indexNow, hub, pages, feeds } = told;
  const isText = (value: unknown) => value === undefined || typeof value === "string";
  if (typeof site !== "string" || !URL.canParse(site)) return { wrong: "does not say which site it is of" };
  if (!isText(indexNow) || !isText(hub)) return { wrong: "does not say who is to be told" };
  if (!isVersions(pages) || !isVersions(feeds)) return { wrong: "does not say which versions there are" };
  return told as unknown as Versions; // looked at field by field
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isVersions = (value: unknown): boolean =>
  isRecord(value) && Object.entries(value).every(([path, is]) => path.startsWith("/") && typeof is === "string");
