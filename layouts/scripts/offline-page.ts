import { readPage } from "./read-page.ts";
import { STORES } from "./worker/stores.ts";

/** A story that the browser has kept, as it said of itself. */
interface KeptStory {
  readonly url: string;
  readonly headline: string;
  readonly language: string;
  readonly direction: string;
}

// The offline page lists the stories that can be read.
const section = document.querySelector<HTMLElement>("[data-kept]");
const list = section?.querySelector("ul");
if (section && list && "caches" in window) {
  list.append(...(await keptStories()).map(itemOf));
  section.hidden = list.children.length === 0;
}

/** The last visited first. */
async function keptStories(): Promise<KeptStory[]> {
  const store = await caches.open(STORES.pages);
  const stories = await Promise.all((await store.keys()).map((request) => storyOf(store, request)));
  return stories.filter((story) => story !== undefined).reverse();
}

/** Undefined for a page that is no story: a list, or the search. */
async function storyOf(store: Cache, request: Request): Promise<KeptStory | undefined> {
  const page = readPage((await (await store.match(request))?.text()) ?? "");
  const said = (property: string) => page.querySelector<HTMLMetaElement>(`meta[property="og:${property}"]`)?.content;
  const headline = said("title");
  if (said("type") !== "article" || headline === undefined) return undefined;
  const { lang: language, dir: direction } =
    page.querySelector("h1")?.closest<HTMLElement>("[lang]") ?? page.documentElement;
  return { url: request.url, headline, language, direction };
}

function itemOf({ url, headline, language, direction }: KeptStory): HTMLLIElement {
  const link = Object.assign(document.createElement("a"), { href: url, textContent: headline });
  if (language !== document.documentElement.lang) Object.assign(link, { lang: language, dir: direction });
  const item = document.createElement("li");
  item.append(link);
  return item;
}
