/** A text as it stands in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** An element with what is in it, which is HTML already; an attribute without a value is left out. */
export function element(tag: string, attributes: Readonly<Record<string, string | undefined>>, inner: string): string {
  return `${opening(tag, attributes)}${inner}</${tag}>`;
}

/** An element that has nothing in it, or the beginning of one. */
export function opening(tag: string, attributes: Readonly<Record<string, string | undefined>> = {}): string {
  const written = Object.entries(attributes).map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ""));
  return `<${tag}${written.join("")}>`;
}

/** Something that a person must see to, at its place in the text; what stands between is kept. */
export const kept = (what: string, inner = ""): string => element("x-kept", { "data-what": what }, inner);
