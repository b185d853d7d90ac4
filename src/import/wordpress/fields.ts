import type { Group } from "./wxr.ts";

/** The words of a field; "" where it is not there. */
export const textIn = (group: Group, name: string): string => group.fields.get(name)?.text.trim() ?? "";

/** The value of a field that a plugin or a theme has added. */
export const metaOf = (item: Group, key: string): string =>
  item.groups
    .find((group) => group.name === "wp:postmeta" && textIn(group, "wp:meta_key") === key)
    ?.fields.get("wp:meta_value")?.text ?? "";

export const metasOf = (item: Group, key: string): string[] =>
  item.groups
    .filter((group) => group.name === "wp:postmeta" && textIn(group, "wp:meta_key") === key)
    .map((group) => textIn(group, "wp:meta_value"));

/** A time of WordPress: in UTC where it says so, else as the site's clocks showed it. Undefined for none. */
export function dateOf(group: Group, name: string): string | undefined {
  const [utc, local] = [textIn(group, `${name}_gmt`), textIn(group, name)];
  if (isDate(utc)) return `${utc.replace(" ", "T")}Z`;
  return isDate(local) ? local.replace(" ", "T") : undefined;
}

const isDate = (text: string): boolean => /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
