import LinkHeader from "http-link-header";
import { z } from "zod";
import { COMMENT_FORM } from "../../model/comment-form.ts";
import { type FormsHost, FormsHostError, type Submission } from "../forms-host.ts";
import { type NetlifyAccess, NetlifyApi } from "./api.ts";
import { readSubmission } from "./submission.ts";

/** Netlify's own. */
export const NETLIFY_API = "https://api.netlify.com/api/v1";

/** Submissions on a page: Netlify gives no more. Where these are too long for one answer, fewer are asked for. */
const PAGES = [100, 10, 1] as const;

const formsSchema = z.array(z.object({ id: z.string().min(1), name: z.string() }));
const submissionsSchema = z.array(z.unknown());

/** The replies that a site's readers have sent to Netlify. `site` is its id, or its name under netlify.app. */
export function netlifyForms({ site, ...access }: NetlifyAccess & { readonly site: string }): FormsHost {
  const api = new NetlifyApi(access);
  const pathOf = (submission: string) => `/submissions/${encodeURIComponent(submission)}`;
  return {
    submissions: () => submissionsOf(api, site),
    remove: (submission) => api.act("DELETE", pathOf(submission), `the removal of ${submission}`),
    reportSpam: (submission) => api.act("PUT", `${pathOf(submission)}/spam`, `the report of ${submission}`),
  };
}

async function* submissionsOf(api: NetlifyApi, site: string): AsyncGenerator<readonly Submission[]> {
  const wrong: string[] = [];
  for (const form of await commentForms(api, site)) {
    for await (const page of pagesOf(api, form)) {
      const read = page.map((json, place) => readSubmission(json, place + 1));
      yield read.flatMap((one) => ("wrong" in one ? [] : [one.submission]));
      wrong.push(...read.flatMap((one) => ("wrong" in one ? [one.wrong] : [])));
    }
  }
  // All others are kept by now.
  if (wrong.length > 0) throw new FormsHostError(`Netlify's answer cannot be read: ${wrong.slice(0, 5).join("; ")}.`);
}

/** What a form lists, page by page: in smaller ones as long as a usual one is too long. */
async function* pagesOf(api: NetlifyApi, form: string): AsyncGenerator<readonly unknown[]> {
  let seen = 0;
  let size: number = PAGES[0];
  let next: URL | undefined = pageOf(api, form, size, 1);
  while (next) {
    const page: URL = next;
    const got = await api.get(page, "the replies", submissionsSchema);
    if (got === "not there") throw new FormsHostError("Netlify has no such form any more (404).");
    if (got === "too long") {
      const smaller = PAGES.find((one) => one < size);
      if (smaller === undefined) throw new FormsHostError(TOO_LONG);
      size = smaller;
      next = pageOf(api, form, size, Math.floor(seen / size) + 1);
      continue;
    }
    yield got.value;
    seen += got.value.length;
    next = nextOf(got.headers, page);
    const larger = PAGES.find((one) => one > size && seen % one === 0);
    if (next && larger !== undefined) {
      size = larger;
      next = pageOf(api, form, size, seen / size + 1);
    }
  }
}

const TOO_LONG = "Netlify gives a reply of more than 32 MB: look at it in Netlify's Forms, and remove it there.";

/** The ids of the forms of replies: one, or several where Netlify has kept one of before. */
async function commentForms(api: NetlifyApi, site: string): Promise<string[]> {
  const got = await api.get(api.at(`/sites/${encodeURIComponent(site)}/forms`), "the site's forms", formsSchema);
  if (got === "not there") throw new FormsHostError(NO_SITE);
  if (got === "too long") throw new FormsHostError("Netlify gives a list of forms of more than 32 MB.");
  const forms = got.value.filter(({ name }) => name === COMMENT_FORM);
  if (forms.length === 0) throw new FormsHostError(NO_FORM);
  return forms.map(({ id }) => id);
}

const NO_SITE =
  "Netlify has no such site (404): put its id into NETLIFY_SITE_ID; it stands in Netlify under Project configuration.";
const NO_FORM =
  `The site has no form "${COMMENT_FORM}" at Netlify: switch form detection on under Forms, ` +
  "and publish the site with a story that is open for replies.";

function pageOf(api: NetlifyApi, form: string, size: number, page: number): URL {
  const url = api.at(`/forms/${encodeURIComponent(form)}/submissions`);
  url.searchParams.set("per_page", `${size}`);
  url.searchParams.set("page", `${page}`);
  return url;
}

const numberOf = (page: URL): number => Number(page.searchParams.get("page") ?? 1);

/** The page that follows (RFC 8288), as long as it is a further one of the same list: the token goes nowhere else. */
function nextOf(headers: Headers, page: URL): URL | undefined {
  const link = linkToNext(headers.get("link") ?? "");
  if (link === undefined) return undefined;
  const next = URL.parse(link, page);
  if (next?.origin !== page.origin || next.pathname !== page.pathname || !(numberOf(next) > numberOf(page))) {
    throw new FormsHostError("Netlify names a next page that is none of the replies'.");
  }
  next.searchParams.set("per_page", page.searchParams.get("per_page") ?? "");
  return next;
}

function linkToNext(header: string): string | undefined {
  try {
    return LinkHeader.parse(header).rel("next")[0]?.uri;
  } catch (error) {
    throw new FormsHostError("Netlify's answer does not say which page is the next.", { cause: error });
  }
}
