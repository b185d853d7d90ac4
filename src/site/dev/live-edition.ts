import { resolve } from "node:path";
import type { Changed } from "../../content/folder.ts";
import type { ContentReading } from "../../content/read.ts";
import { Rereader } from "../../content/reread.ts";
import { ChangedSinceError } from "../../content/texts.ts";
import type { Inserts } from "../../model/inserts.ts";
import { outputFile, PICTURES } from "../../model/urls.ts";
import type { Edition } from "../../pages/frame.ts";
import { plannedPages } from "../../pages/pages.ts";
import type { PictureFile } from "../../pages/pictures.ts";
import { render } from "../../pages/render.ts";
import { makeAssets } from "../assets.ts";
import { cardDrawings } from "../cards/card-drawings.ts";
import { problemsOfOwnLayouts } from "../check-own-layouts.ts";
import { cmsFiles } from "../cms-files.ts";
import { Darkroom, type Drawing } from "../darkroom.ts";
import { Desk } from "../desk.ts";
import { judge } from "../examine.ts";
import { withHistories } from "../histories.ts";
import { picturesOf } from "../prepare.ts";
import { isStillHead } from "../same-head.ts";
import { shownPath } from "../shown-path.ts";
import { holdsMany, withThreads } from "../threads/threads.ts";
import { usualThreads } from "../usual.ts";
import type { SiteFile } from "../write.ts";
import { mediaType } from "./media-types.ts";
import type { Copy, DeskPlace, ReadingResult } from "./orders.ts";

/** An edition as it is shown, and what is put into its pages. */
interface Shown {
  readonly edition: Edition;
  readonly inserts: Inserts;
  readonly files: readonly SiteFile[];
  readonly icons: readonly Drawing[];
  /** Icons and cards, once one of them was asked for. */
  drawings?: readonly Drawing[];
  /** What was rendered of it, by address. */
  readonly rendered: Map<string, Copy>;
  /** Its pictures, by address, once one of them was asked for. */
  pictures?: ReadonlyMap<string, PictureFile>;
}

/** The publication as writers see it, in memory: drafts and scheduled stories too. A page is rendered when asked for. */
export class LiveEdition {
  readonly #content: string;
  readonly #work: string;
  readonly #rereader: Rereader;
  readonly #darkroom: Darkroom;
  readonly #assets = makeAssets();
  #shown: Shown | undefined;
  /** What was read last, and the commit whose history its stories show. */
  #read: { readonly reading: ContentReading; readonly head: string | undefined } | undefined;

  constructor({ content, work }: DeskPlace) {
    this.#content = resolve(content);
    this.#work = work;
    this.#darkroom = new Darkroom(this.#content, work);
    this.#rereader = new Rereader(this.#content, shownPath(content));
    // A failure is for `read`.
    this.#assets.catch(() => {});
  }

  /** Reads what may have changed. The last good edition stays in place until there is another. */
  async read(changed: Changed, now: number): Promise<ReadingResult> {
    const fresh = this.#shown ? await this.#rereader.read(changed) : await this.#readFirst();
    const last = this.#read;
    if (!fresh && (!last || (await isStillHead(last.head, this.#content)))) return "unchanged";
    const read = fresh ?? last?.reading;
    if (!read) return "unchanged";
    const { reading, head } = await withHistories(read, this.#content, this.#work);
    this.#read = { reading: read, head };
    const { shown, problems } = judge(reading, now, "all", await problemsOfOwnLayouts());
    const { filesRead, filesParsed, bodies } = reading;
    if (!shown) return { problems, filesRead, filesParsed };
    const { publication } = shown;
    const { assets, inlines, files, drawings: icons } = (await this.#assets)(publication.settings);
    const edition: Edition = { publication, assets, indexed: false, now };
    this.#shown = {
      edition,
      inserts: { bodies, inlines },
      files: [...files, ...cmsFiles(shown.newsroom)],
      icons,
      rendered: new Map(),
    };
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
    const copy =
      rendered.get(url) ??
      this.#render(url, this.#shown) ??
      (await this.#fileAt(url)) ??
      (await this.#drawingAt(url, this.#shown)) ??
      (await this.#pictureAt(url, this.#shown));
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

  async #fileAt(url: string): Promise<Copy | undefined> {
    const file = this.#shown?.files.find((one) => one.url === url);
    return file && { type: mediaType(file.url), text: "contents" in file ? file.contents : await file.make() };
  }

  async #drawingAt(url: string, shown: Shown): Promise<Copy | undefined> {
    shown.drawings ??= [...shown.icons, ...cardDrawings(shown.edition.publication)];
    const drawing = shown.drawings.find((one) => one.url === url);
    return drawing && { type: mediaType(url), text: await this.#darkroom.draw(drawing) };
  }

  async #pictureAt(url: string, shown: Shown): Promise<Copy | undefined> {
    if (!url.startsWith(PICTURES)) return undefined;
    shown.pictures ??= new Map(picturesOf(shown.edition.publication).map((picture) => [picture.url, picture]));
    const picture = shown.pictures.get(url);
    if (!picture) return undefined;
    const type = mediaType(url);
    try {
      const { image, variant } = picture;
      return { type, text: variant ? await this.#darkroom.develop(variant) : this.#darkroom.trace(image) };
    } catch (error) {
      if (error instanceof ChangedSinceError) return "outdated";
      throw error;
    }
  }
}
