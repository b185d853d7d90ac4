import { relative, resolve } from "node:path";
import { linksToHidden } from "../content/check-links.ts";
import { readContent } from "../content/read.ts";
import type { Bodies, Image } from "../model/newsroom.ts";
import { type Publication, publish, type Unpublished } from "../model/publication.ts";
import type { Page } from "../pages/page.ts";
import { pagesOf } from "../pages/pages.ts";
import { hasErrors, type Problem } from "../problems.ts";
import { type Asset, makeAssets } from "./assets.ts";

export interface Preparation {
  /** The content folder. */
  readonly content: string;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly unpublished: Unpublished | ((previewDrafts: boolean) => Unpublished);
  /** False for a deploy preview, which search engines are told to pass over. */
  readonly indexed: boolean;
}

/** A site that is ready to be written: nothing in it can be wrong by a writer's doing any more. */
export interface PreparedSite {
  readonly publication: Publication;
  readonly pages: readonly Page[];
  readonly bodies: Bodies;
  readonly images: readonly Image[];
  readonly assets: readonly Asset[];
}

export interface Prepared {
  /** Undefined when there is an error among the problems. */
  readonly site?: PreparedSite | undefined;
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

/** Reads the content and decides what is published. Writes nothing. */
export async function prepare(options: Preparation): Promise<Prepared> {
  const checked = await check(options);
  const { publication, bodies, problems, filesRead } = checked;
  if (!publication) return { problems, filesRead };
  const assets = await makeAssets();
  const pages = pagesOf({ publication, assets: assets.urls, indexed: options.indexed });
  return {
    site: { publication, pages, bodies, images: imagesOf(publication), assets: assets.files },
    problems,
    filesRead,
  };
}

export interface Checked {
  /** Undefined when there is an error among the problems. */
  readonly publication?: Publication | undefined;
  readonly bodies: Bodies;
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

/** Reads the content and says what is wrong with it at `now`. */
export async function check({ content, now, unpublished }: Omit<Preparation, "indexed">): Promise<Checked> {
  const { newsroom, bodies, links, places, problems, filesRead } = await readContent(
    resolve(content),
    shownPath(content),
  );
  if (!newsroom) return { bodies: new Map(), problems, filesRead };
  const shown = typeof unpublished === "function" ? unpublished(newsroom.settings.previewDrafts) : unpublished;
  const publication = publish(newsroom, now, shown);
  const all = [...problems, ...linksToHidden(newsroom, publication, links, places)];
  return { publication: hasErrors(all) ? undefined : publication, bodies, problems: all, filesRead };
}

/** The folder as problems show it: relative to where the command runs, with `/` between folders. */
function shownPath(folder: string): string {
  const path = relative(process.cwd(), resolve(folder)) || ".";
  return path.replaceAll("\\", "/");
}

/** Every image that something shown shows. The images of a story that is not out stay at home. */
function imagesOf({ articles, authors, pages }: Publication): Image[] {
  const shown = [...articles, ...authors.map(({ subject }) => subject), ...pages].flatMap(({ images }) => images);
  return [...new Map(shown.map((image) => [image.url, image])).values()];
}
