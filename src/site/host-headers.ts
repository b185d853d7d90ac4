/** What a host sends with the addresses that a pattern covers. */
export interface HostRule {
  /** May have `:names` for a segment each, and end in a star. */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** The rules of a `_headers` that a build has written. */
export function hostRules(text: string): HostRule[] {
  const blocks = text.split(/\n\n+/).map((block) => block.split("\n").map((line) => line.trim()));
  return blocks.map(([path = "", ...lines]) => ({
    path,
    // A line without a colon takes back what the next one says otherwise; with us the later one counts anyway.
    headers: lines.flatMap((line) => {
      const colon = line.indexOf(":");
      return colon < 0 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()] as const];
    }),
  }));
}

/** What is sent with an address: of each header what the last rule says that covers it. */
export const headersAt = (rules: readonly HostRule[], path: string): ReadonlyMap<string, string> =>
  new Map(rules.filter((rule) => new RegExp(patternOf(rule)).test(path)).flatMap(({ headers }) => headers));

/** The rule's addresses as a regular expression, as servers write them too. */
export const patternOf = ({ path }: HostRule): string =>
  `^${path
    .replace(/[.+?()[\]{}|\\^$]/g, "\\$&")
    .replace(/:\w+/g, "[^/]+")
    .replace(/\*$/, ".*")}$`;
