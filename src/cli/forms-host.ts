import type { FormsHost } from "../moderation/forms-host.ts";
import { counted } from "./words.ts";
import { UsageError, type World } from "./world.ts";

/**
 * Where readers' replies are, as the environment says. Throws a UsageError, in a line, when it does not; no secret stands
 * in it.
 */
export async function formsHost({ environment, pause, now, stderr }: World): Promise<FormsHost> {
  const { NETLIFY_AUTH_TOKEN: token, NETLIFY_SITE_ID: site } = environment;
  const missing = [...(token ? [] : ["NETLIFY_AUTH_TOKEN"]), ...(site ? [] : ["NETLIFY_SITE_ID"])];
  if (!token || !site) {
    const put = missing.map((name) => `${WHERE[name]} into ${name}`).join(", and ");
    throw new UsageError(`Put ${put}; or export the form there and name the file: --from FILE.`);
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UsageError(
      "NETLIFY_AUTH_TOKEN is no token: it holds a blank, a line's end or a character that no token has.",
    );
  }
  const { NETLIFY_API, netlifyForms } = await import("../moderation/netlify/forms.ts");
  const api = environment["NETLIFY_API_URL"] || NETLIFY_API;
  if (!isSafe(api)) throw new UsageError("NETLIFY_API_URL must begin with https://: the token is sent there.");
  const pauseAloud = (ms: number) => {
    if (stderr.isTTY) stderr.write(`Netlify is asked again in ${counted(Math.ceil(ms / 1000), "second")}.\n`);
    return pause(ms);
  };
  return netlifyForms({ api, token, site, send: fetch, pause: pauseAloud, now });
}

const WHERE: Readonly<Record<string, string>> = {
  NETLIFY_AUTH_TOKEN: "a token (Netlify: User settings, Applications, New access token)",
  NETLIFY_SITE_ID: "the site's id (Netlify: Project configuration, Project ID)",
};

/** Nobody on the way can read what is sent there. */
function isSafe(address: string): boolean {
  const url = URL.parse(address);
  const isHere = url?.hostname === "127.0.0.1" || url?.hostname === "[::1]" || url?.hostname === "localhost";
  return url !== null && url.username === "" && (url.protocol === "https:" || (url.protocol === "http:" && isHere));
}
