import { ring } from "../../src/bell/ring.ts";

/** Every ten minutes, in UTC; Netlify runs it for the published deploy only. See docs/publishing.md. */
export const config = { schedule: "*/10 * * * *" };

/** Has the site built when a story is due. */
export default async function bell(): Promise<Response> {
  // Netlify sets URL to the address of the site that is published.
  const { URL: site, BUILD_HOOK: url } = process.env;
  const { ok, line } = await ring(Date.now(), { site, hook: url ? { url } : undefined }, fetch);
  // The function's log.
  process.stdout.write(`${line}\n`);
  return new Response(`${line}\n`, { status: ok ? 200 : 500 });
}
