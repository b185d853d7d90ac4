/** A text as it stands in HTML, and in Markdown that holds HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"*_`[\]\\{}$~|]/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\n+/g, " ");

/** Stands where a person must see to something; what it holds is kept. */
export const kept = (what: string, inner = ""): string => `<x-kept data-what="${escaped(what)}">${inner}</x-kept>`;

/** What was written for a program, kept as it stands. */
export const keptCode = (what: string, code: string): string =>
  kept(`${what} ${short(code)}`, `<code>${escaped(code)}</code>`);

export const short = (code: string): string => {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};

/** A link on a line of its own, of which cards are made. */
export const linkLine = (url: string): string => `\n\n<p><a href="${escaped(url)}">${escaped(url)}</a></p>\n\n`;

export interface Figure {
  readonly src: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly link?: string | undefined;
}

export function figure({ src, alt, caption, link }: Figure): string {
  const image = `<img src="${escaped(src)}" alt="${escaped(alt ?? "")}">`;
  const shown = link ? `<a href="${escaped(link)}">${image}</a>` : image;
  return `\n\n<figure>${shown}${caption ? `<figcaption>${escaped(caption)}</figcaption>` : ""}</figure>\n\n`;
}

/** `key="value"`, `key='value'`, `key=value`, `key: "value"`, and values without a key by their number. */
export function argumentsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let number = 0;
  const pattern = /(?:([\w.-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s"'`=,]+)),?/g;
  for (const [, key, double, single, tick, bare] of text.matchAll(pattern)) {
    const value = double?.replace(/\\(.)/g, "$1") ?? single ?? tick ?? bare ?? "";
    found.set(key?.toLowerCase() ?? String(number++), value);
  }
  return found;
}

/** An address of a video, a post and so on, by the names that short codes and includes have for where it is. */
export function embedOf(name: string, values: ReadonlyMap<string, string>): string | undefined {
  const id = values.get("id") ?? values.get("video") ?? values.get("video_id") ?? values.get("0");
  const user = values.get("user") ?? values.get("username");
  const whole = values.get("url") ?? values.get("link") ?? [...values.values()].find((one) => /^https:\/\//.test(one));
  if (
    whole &&
    /^https?:\/\//.test(whole) &&
    /youtube|vimeo|tweet|twitter|^x$|instagram|embed|video|mastodon|bluesky|soundcloud|spotify/i.test(name)
  )
    return whole;
  if (!id || !/^[\w-]+$/.test(id)) return undefined;
  if (/youtube|^yt$/i.test(name)) return `https://www.youtube.com/watch?v=${id}`;
  if (/vimeo/i.test(name)) return `https://vimeo.com/${id}`;
  if (/^(?:tweet|twitter|twitter_simple|x|x_simple)$/i.test(name))
    return `https://x.com/${user ?? "i/web"}/status/${id}`;
  if (/instagram/i.test(name)) return `https://www.instagram.com/p/${id}/`;
  if (/^gist$/i.test(name)) return `https://gist.github.com/${[...values.values()].slice(0, 2).join("/")}`;
  return undefined;
}
