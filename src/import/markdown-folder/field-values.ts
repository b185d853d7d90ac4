/** What a field says when it is one text: numbers as they are written, the first of a list, nothing of a mapping. */
export function textIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return textIn(value[0]);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** The texts of a list, of a text with commas, or of a mapping's names. */
export function textsIn(value: unknown, isSpaced = false): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textIn(item) ?? textIn(nameIn(item)) ?? []);
  if (value instanceof Map) return textsIn(nameIn(value));
  const text = textIn(value);
  if (text === undefined) return [];
  return text
    .split(isSpaced && !text.includes(",") ? /\s+/ : /\s*,\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const nameIn = (value: unknown): unknown =>
  value instanceof Map ? (value.get("name") ?? value.get("title") ?? value.get("label") ?? value.get("id")) : undefined;

/** Yes and no in the ways in which they are written; undefined for anything else. */
export function flagIn(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (value === 1 || value === 0) return value === 1;
  const text = textIn(value)?.toLowerCase();
  if (text === "true" || text === "yes" || text === "on") return true;
  if (text === "false" || text === "no" || text === "off") return false;
  return undefined;
}

/** What a field holds, short enough for a report. */
export function shown(value: unknown): string {
  const text =
    JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? Object.fromEntries(inner) : inner)) ?? "";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
