const ADDRESSES = / (href|src|srcset)="([^"]*)"/g;

/**
 * The HTML of a text that is read elsewhere than on its page, such as in a feed: every address in it is whole.
 *
 * `origin` is the site's, without a slash at its end; `page` is the whole address of the page that has the text, to whose
 * headings and footnotes links lead. For HTML of ours only: quotation marks stand around attributes and nowhere else.
 */
export function absoluteHtml(html: string, origin: string, page: string): string {
  return html.replace(ADDRESSES, (_written, name: string, value: string) => {
    const whole =
      name === "srcset"
        ? value
            .split(", ")
            .map((candidate) => absolute(candidate, origin, page))
            .join(", ")
        : absolute(value, origin, page);
    return ` ${name}="${whole}"`;
  });
}

function absolute(address: string, origin: string, page: string): string {
  if (address.startsWith("#")) return page + address;
  return address.startsWith("/") && !address.startsWith("//") ? origin + address : address;
}
