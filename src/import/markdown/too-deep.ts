const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** What is closed by the next of its kind, so that leaving it open nests nothing. */
const CLOSES_ITSELF = /^(?:p|li|dt|dd|td|th|tr|option|optgroup|rt|rp|thead|tbody|tfoot)$/;

/** Deeper than any text is, and well within what recursive readers can take. */
const MOST_DEEP = 150;

/**
 * Whether elements are so deep in each other that no reader of HTML should be given them. Counts what is opened and not
 * closed, in one pass, without understanding it.
 */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  const own = new Map<string, number>();
  for (const [, slash, written = "", end] of html.matchAll(/<(\/?)([a-z][^\s>/]*)[^>]*?(\/?)>/gi)) {
    const name = written.toLowerCase();
    if (VOID.test(name) || end) continue;
    const open = own.get(name) ?? 0;
    if (slash) {
      if (open === 0) continue;
      own.set(name, open - 1);
      if (!CLOSES_ITSELF.test(name) || open === 1) depth--;
    } else {
      own.set(name, open + 1);
      if (!CLOSES_ITSELF.test(name) || open === 0) depth++;
    }
    if (depth > MOST_DEEP) return true;
    if ((own.get(name) ?? 0) > MOST_DEEP * 20 && !slash && /^(?:li|td|tr|dd|dt)$/.test(name)) {
      // Lists in lists; items that are never closed are told from them by their number only.
      return true;
    }
  }
  return false;
}

/** The words of HTML that nobody should parse: tags become spaces. */
export const textOfTags = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, " ")
    .replace(/<\/?(?:p|div|br|li|tr|h[1-6]|blockquote)\b[^>]*>/gi, "\n\n")
    .replace(/<[^>]*>/g, " ");
