import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Header, parseAllHeaders } from "@netlify/headers-parser";
import { describe, expect, test } from "vitest";
import { headersAt, hostRules, patternOf } from "../../src/site/host-headers.ts";
import { ASSETS, newsroomOf, print } from "../pages/newspaper.ts";

const text = print(await newsroomOf("tiny")).text("/_headers");
const rules = hostRules(text);
const ours = (path: string) => Object.fromEntries(headersAt(rules, path));

/** One address of each sort that there is, and the header by which it differs from a page. */
const LASTING = { "Cache-Control": "public, max-age=31536000, immutable" };
const SORTS = {
  "/": { "Cache-Control": "public, max-age=0, must-revalidate", "Cross-Origin-Resource-Policy": "same-origin" },
  "/2026/05/ferry-stops/": { "Cross-Origin-Opener-Policy": "same-origin", "X-Content-Type-Options": "nosniff" },
  "/nowhere/at/all": { "Referrer-Policy": "strict-origin-when-cross-origin" },
  "/assets/page-0123456789.js": LASTING,
  [ASSETS.searchEngine]: LASTING,
  "/images/bridge-0123456789/480.avif": { ...LASTING, "Cross-Origin-Resource-Policy": "cross-origin" },
  "/favicon.ico": { "Cross-Origin-Resource-Policy": "cross-origin" },
  "/pagefind/engine/pagefind-1.5.2.js": LASTING,
  "/pagefind/2026-05/fragment/en_1.pf_fragment": LASTING,
  "/pagefind/2026-05/pagefind-entry.json": { "Cache-Control": "public, max-age=0, must-revalidate" },
  "/sw.js": { "Cache-Control": "no-cache" },
  "/2026/05/ferry-stops/live.json": { "Cache-Control": "no-cache" },
  "/manifest.webmanifest": { "Content-Type": "application/manifest+json; charset=utf-8" },
  "/feed.xml": { "Content-Type": "application/xml; charset=utf-8", "Cross-Origin-Resource-Policy": "cross-origin" },
  "/tags/huawei/rss.xml": { "Content-Type": "application/xml; charset=utf-8" },
  "/corrections/feed.json": { "Content-Type": "application/feed+json; charset=utf-8" },
};

/** As Netlify's parser reads the file, and its command line sends it: the last rule counts. */
async function asNetlify(): Promise<(path: string) => Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-headers-"));
  try {
    await writeFile(join(folder, "_headers"), text);
    const headersFiles = [join(folder, "_headers")];
    const { headers, errors } = await parseAllHeaders({ headersFiles, configHeaders: undefined, minimal: false });
    expect(errors).toEqual([]);
    // Whoever asks for more than the minimum gets it; the parser's types do not say so.
    const read = headers as readonly Header[];
    return (path) =>
      Object.assign({}, ...read.filter(({ forRegExp }) => forRegExp.test(path)).map(({ values }) => values));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As Cloudflare's documents say: values are joined, unless "! Name" takes away what was there. */
function asCloudflare(path: string): Record<string, string> {
  const sent = new Map<string, string>();
  for (const block of text.trimEnd().split("\n\n")) {
    const [rule = "", ...lines] = block.split("\n").map((line) => line.trim());
    if (!new RegExp(patternOf({ path: rule, headers: [] })).test(path)) continue;
    for (const line of lines) {
      if (line.startsWith("! ")) sent.delete(line.slice(2));
      else {
        const [name = "", value = ""] = line.split(/: (.*)/);
        sent.set(name, sent.has(name) ? `${sent.get(name)}, ${value}` : value);
      }
    }
  }
  return Object.fromEntries(sent);
}

describe("the headers of an address", () => {
  test.each(Object.entries(SORTS))("are at %s what its sort is to have", (path, wanted) => {
    expect(ours(path)).toMatchObject(wanted);
    expect(ours(path)["Content-Security-Policy"]).toMatch(/^default-src 'none'; /);
  });

  test("are the same on Netlify, on Cloudflare and in a preview, whichever of a header's values the host takes", async () => {
    const netlify = await asNetlify();
    for (const path of Object.keys(SORTS)) {
      expect(netlify(path), path).toEqual(ours(path));
      expect(asCloudflare(path), path).toEqual(ours(path));
    }
  });
});
