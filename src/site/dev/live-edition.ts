import { resolve } from "node:path";
import type { Changed } from "../../content/folder.ts";
import { Rereader } from "../../content/reread.ts";
import { ChangedSinceError } from "../../content/texts.ts";
import type { Inserts } from "../../model/inserts.ts";
import type { Image } from "../../model/newsroom.ts";
import { outputFile } from "../../model/urls.ts";
import type { Edition } from "../../pages/frame.ts";
import { plannedPages } from "../../pages/pages.ts";
import { render } from "../../pages/render.ts";
import { type Asset, makeAssets } from "../assets.ts";
import { problemsOfOwnLayouts } from "../check-own-layouts.ts";
import { Desk } from "../desk.ts";
import { judge } from "../examine.ts";
import { shownPath } from "../shown-path.ts";
import { holdsMany, withThreads } from "../threads/threads.ts";
import { usualThreads } from "../usual.ts";
import { mediaType } from "./media-types.ts";
import type { Copy, DeskPlace, ReadingResult } from "./orders.ts";

/** An edition as it is shown, and what is put into its pages. */
interface Shown {
  readonly edition: Edition;
  readonly inserts: Inserts;
  readonly files: readonly Asset[];
  /** What was rendered of it, by address. */
  readonly rendered: Map<string, Copy>;
}

/** The publication as writers see it, in memory: drafts and scheduled stories too. A page is rendered when asked for. */
export class LiveEdition {
  readonly #content: string;
  readonly #work: string;
  readonly #rereader: Rereader;
  readonly #assets = makeAssets();
  #shown: Shown | undefined;

  constructor({ content, work }: DeskPlace) {
    this.#content = resolve(content);
    this.#work = work;
    this.#rereader = new Rereader(this.#content, shownPath(content));
    // A failure is for `read`.
    this.#assets.catch(() => {});
  }

  /** Reads what may have changed. The last good edition stays in place until there is another. */
  async read(changed: Changed, now: number): Promise<ReadingResult> {
    const reading = this.#shown ? await this.#rereader.read(changed) : await this.#readFirst();
    if (!reading) return "unchanged";
    const { shown, problems } = judge(reading, now, "all", await problemsOfOwnLayouts());
    const { filesRead, filesParsed, bodies } = reading;
    if (!shown) return { problems, filesRead, filesParsed };
    const { publication } = shown;
    const { assets, inlines, files } = (await this.#assets)(publication.settings);
    const edition: Edition = { publication, assets, indexed: false };
    this.#shown = { edition, inserts: { bodies, inlines }, files, rendered: new Map() };
    return { problems, filesRead, filesParsed, stories: publication.articles.length };
  }

  /** Until there was a good edition: with what the last run has kept, and with threads when there is much to read. */
  #readFirst() {
    return withThreads(usualThreads(), async (threads) => {
      const desk = new Desk(this.#work, threads, "check");
      try {
        const how = await desk.howToRead(undefined);
        if (!how.earlier && holdsMany(this.#content)) threads.start();
        const reading = await this.#rereader.read("anything", how);
        if (reading) desk.keepLater(reading);
        return reading;
      } finally {
        await desk.end();
      }
    });
  }

  /** What stands at an address; undefined where nothing does. */
  async answer(url: string): Promise<Copy | undefined> {
    if (!this.#shown) return undefined;
    const { rendered } = this.#shown;
    const copy = rendered.get(url) ?? this.#render(url, this.#shown) ?? this.#assetAt(url) ?? this.#imageAt(url);
    if (copy && copy !== "outdated") rendered.set(url, copy);
    return copy;
  }

  #render(url: string, { edition, inserts }: Shown): Copy | undefined {
    for (const page of plannedPages(edition)) {
      if (page.url !== url) continue;
      try {
        return { type: mediaType(outputFile(page.url)), text: render(page.make(), inserts) };
      } catch (error) {
        if (error instanceof ChangedSinceError) return "outdated";
        throw error;
      }
    }
    return undefined;
  }

  #assetAt(url: string): Copy | undefined {
    const asset = this.#shown?.files.find((file) => file.url === url);
    return asset && { type: mediaType(asset.url), text: asset.contents };
  }

  #imageAt(url: string): Copy | undefined {
    for (const image of this.#images()) {
      if (image.url === url) return { type: mediaType(image.url), file: resolve(this.#content, image.file) };
    }
    return undefined;
  }

  *#images(): Generator<Image> {
    if (!this.#shown) return;
    const { settings, articles, authors, pages } = this.#shown.edition.publication;
    if (settings.theme.logo) yield settings.theme.logo;
    for (const { images } of articles) yield* images;
    for (const { subject } of authors) yield* subject.images;
    for (const { images } of pages) yield* images;
  }
}
