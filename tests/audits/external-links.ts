import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "cheerio";
import { fewAtOnce } from "../../src/content/few-at-once.ts";
import { type Answer, request } from "../../src/request.ts";

/** An address outside the site that its pages lead to. */
export interface ExternalLink {
  readonly url: string;
  /** `file:line` of a text of the content that has it, or the page that shows it. */
  readonly from: string;
}

/** What was found at the other end. */
export interface LookedUp {
  readonly gone: readonly string[];
  /** Servers that do not answer a program, or not now, may well answer a reader. */
  readonly unsure: readonly string[];
}

const AT_ONCE = 8;

/** The addresses that the pages of a built site lead to, each once, in the order of the alphabet. */
export function externalLinks(site: string, content: string): ExternalLink[] {
  const pages = filesBelow(site, ".html").map((path) => ({ path, html: readFileSync(join(site, path), "utf8") }));
  const own = ownOrigin(site);
  const found = new Map<string, string>();
  for (const { path, html } of pages) {
    for (const link of load(html)('a[href^="http"]')) {
      const url = link.attribs["href"] ?? "";
      if (new URL(url).origin !== own && !found.has(url)) found.set(url, path);
    }
  }
  const texts = [...filesBelow(content, ".md"), ...filesBelow(content, ".yaml")].map((path) => ({
    path: join(content, path),
    lines: readFileSync(join(content, path), "utf8").split("\n"),
  }));
  const whereWritten = (url: string): string | undefined => {
    for (const { path, lines } of texts) {
      const line = lines.findIndex((text) => text.includes(url));
      if (line >= 0) return `${path}:${line + 1}`;
    }
    return undefined;
  };
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([url, page]) => ({ url, from: whereWritten(url) ?? page }));
}

/** Asks for each address, a few at once. `send` is `fetch`, which follows redirects. */
export async function lookUp(links: readonly ExternalLink[], send: typeof fetch = fetch): Promise<LookedUp> {
  const answers = await fewAtOnce(links, AT_ONCE, async (link) => ({ ...link, answer: await askFor(link.url, send) }));
  const lines = (isWanted: (answer: Answer) => boolean) =>
    answers
      .filter(({ answer }) => isWanted(answer))
      .map(({ url, from, answer }) => `${from}: ${url} ${inWords(answer)}`);
  const isFine = (answer: Answer) => "status" in answer && answer.status < 400;
  return { gone: lines(isGone), unsure: lines((answer) => !isFine(answer) && !isGone(answer)) };
}

/** Some servers answer HEAD with an error, and GET with the page. */
async function askFor(url: string, send: typeof fetch): Promise<Answer> {
  const head = await request(send, url, { method: "HEAD" });
  return "status" in head && head.status < 400 ? head : request(send, url);
}

/** Only what says so of itself: not found, gone (RFC 9110, 15.5.5 and 15.5.11), or a host without an address. */
const isGone = (answer: Answer): boolean =>
  "status" in answer ? answer.status === 404 || answer.status === 410 : answer.failure.includes("ENOTFOUND");

const inWords = (answer: Answer): string => ("status" in answer ? `answers ${answer.status}` : answer.failure);

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** The front page says where the site stands. */
function ownOrigin(site: string): string {
  const canonical = load(readFileSync(join(site, "index.html"), "utf8"))('link[rel="canonical"]').attr("href");
  if (!canonical) throw new Error(`The front page in ${site} does not say where it stands`);
  return new URL(canonical).origin;
}
