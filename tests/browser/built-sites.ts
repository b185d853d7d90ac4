import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { outputFile } from "../../src/model/urls.ts";
import { build } from "../../src/site/build.ts";
import { prepare } from "../../src/site/prepare.ts";
import { writeFixture } from "../budgets/fixture-site.ts";
import { correctOldestStory } from "./corrected-story.ts";
import { serveAsNetlify } from "./serve-as-netlify.ts";
import { type BuiltPage, type Sample, samplesOf } from "./sorts-of-page.ts";

/** A site that is built and served, for whoever looks at it. Survives a JSON round trip. */
export interface BuiltSite {
  /** Where it is served, without a slash at its end. */
  readonly url: string;
  /** Where its files are. */
  readonly folder: string;
  readonly pages: readonly Omit<BuiltPage, "html">[];
  readonly samples: readonly Sample[];
}

export interface BuiltSites {
  /** The newspaper of this repository. */
  readonly own: BuiltSite;
  /** The one of 500 stories. */
  readonly fixture: BuiltSite;
  close(): Promise<void>;
}

const NOW = Date.parse("2026-11-22T12:00:00Z");

/** Builds both newspapers in a folder and serves them until they are closed. */
export async function buildSites(folder: string): Promise<BuiltSites> {
  const written = join(folder, "content");
  await writeFixture(written);
  await correctOldestStory(written);
  const own = await buildAndServe("content", join(folder, "own"));
  const fixture = await buildAndServe(written, join(folder, "fixture"));
  return {
    own: own.site,
    fixture: fixture.site,
    close: async () => {
      await Promise.all([own.close(), fixture.close()]);
    },
  };
}

async function buildAndServe(
  content: string,
  output: string,
): Promise<{ site: BuiltSite; close: () => Promise<void> }> {
  const options = { content, now: NOW, unpublished: "none", indexed: true } as const;
  const built = await build({ ...options, output, work: `${output}-work` });
  const plan = await prepare(options);
  if (!built.published || !plan.site) throw new Error(`${content} has problems: ${JSON.stringify(built.problems)}`);
  const pages: BuiltPage[] = [];
  for (const { kind, layout, url } of plan.site.pages) {
    if (kind === "html") pages.push({ layout, url, html: await readFile(join(output, outputFile(url)), "utf8") });
  }
  const server = await serveAsNetlify(output);
  return {
    site: {
      url: server.url.slice(0, -1),
      folder: output,
      pages: pages.map(({ layout, url }) => ({ layout, url })),
      samples: samplesOf(pages),
    },
    close: async () => {
      server.close();
      await server.closed;
    },
  };
}
