/** What search engines ask for of each sort of thing (developers.google.com/search/docs/appearance/structured-data). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: ["headline", "datePublished", "author", "publisher"],
  AdvertiserContentArticle: ["headline", "datePublished", "author", "publisher"],
  LiveBlogPosting: ["headline", "datePublished", "author", "publisher", "liveBlogUpdate"],
  BlogPosting: ["headline", "datePublished"],
  BreadcrumbList: ["itemListElement"],
  ListItem: ["position", "name"],
  CorrectionComment: ["text"],
  Person: ["name"],
  Organization: ["name"],
  NewsMediaOrganization: ["name"],
};

const DATES: ReadonlySet<string> = new Set([
  "coverageEndTime",
  "coverageStartTime",
  "dateCreated",
  "dateModified",
  "datePublished",
]);

/** ISO 8601, as schema.org's dates are. */
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;

/** What is wrong with a document of JSON-LD, in words; nothing when it is as it should be. `text` hears every string. */
export function structuredDataErrors(json: string, text: (value: string) => void): string[] {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return [`its JSON-LD is no JSON: ${error.message}`];
    throw error;
  }
  const errors: string[] = [];
  for (const thing of Array.isArray(document) ? document : [document]) {
    const { "@context": context } = Object(thing);
    if (context !== "https://schema.org") errors.push("its JSON-LD has no @context of https://schema.org");
    checkThing(thing, errors, text);
  }
  return errors;
}

function checkThing(value: unknown, errors: string[], text: (value: string) => void): void {
  if (typeof value === "string") text(value);
  if (typeof value !== "object" || value === null) return;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  const type = fields["@type"];
  for (const name of (typeof type === "string" && REQUIRED[type]) || []) {
    // What names a thing elsewhere need not describe it.
    if (isEmpty(fields[name]) && !("@id" in fields)) errors.push(`its JSON-LD has a ${type} without "${name}"`);
  }
  for (const [name, inside] of Object.entries(fields)) {
    if (DATES.has(name) && typeof inside === "string" && !DATE.test(inside)) {
      errors.push(`its JSON-LD has a ${name} that is no date, "${inside}"`);
    }
    checkThing(inside, errors, text);
  }
}

const isEmpty = (value: unknown) => value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
