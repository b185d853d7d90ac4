import { join, resolve } from "node:path";
import type { Changed } from "../../content/folder.ts";
import { adviceAsProblems } from "../../content/prose/advise.ts";
import type { ContentReading } from "../../content/read.ts";
import { Rereader } from "../../content/reread.ts";
import { ChangedSinceError } from "../../content/texts.ts";
import type { Inserts } from "../../model/inserts.ts";
import type { PublishedLast } from "../../model/published-stories.ts";
import { outputFile, PICTURES } from "../../model/urls.ts";
import { Flatplan } from "../../pages/flatplan.ts";
import type { Edition } from "../../pages/frame.ts";
import { headersPage } from "../../pages/headers.ts";
import type { PictureFile } from "../../pages/pictures.ts";
import { render } from "../../pages/render.ts";
import type { Problem } from "../../problems.ts";
import { makeAssets } from "../assets.ts";
import { cardDrawings } from "../cards/card-drawings.ts";
import { problemsOfOwnLayouts } from "../check-own-layouts.ts";
import { cmsFiles } from "../cms-files.ts";
import { Darkroom, type Drawing } from "../darkroom.ts";
import { Desk } from "../desk.ts";
import { judge } from "../examine.ts";
import { withHistories } from "../histories.ts";
import { type HostRule, headersAt, hostRules } from "../host-headers.ts";
import { picturesOf } from "../prepare.ts";
import { isStillHead } from "../same-head.ts";
import { shownPath } from "../shown-path.ts";
import { holdsMany, withThreads } from "../threads/threads.ts";
import { usualThreads } from "../usual.ts";
import type { SiteFile } from "../write.ts";
import { mediaType } from "./media-types.ts";
import type { Copy, DeskPlace, ReadingResult } from "./orders.ts";
import { type DeskFigures, deskFigures } from "./writers-desk/figures.ts";

/** An edition as it is shown, and what is put into its pages. */
interface Shown {
  readonly edition: Edition;
  readonly plan: Flatplan;
  readonly inserts: Inserts;
  readonly files: readonly SiteFile[];
  readonly icons: readonly Drawing[];
  /** What its host sends, once something of it was asked for. */
  rules?: readonly HostRule[];
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
  readonly #assets: ReturnType<typeof makeAssets>;
  readonly #publishedLast: PublishedLast = { stories: new Map() };
  #shown: Shown | undefined;
  #problems: readonly Problem[] = [];
  /** What a writer is at: nobody who writes one story wants advice on ten thousand others. */
  readonly #edited = new Set<string>();
  /** What was read last, and the commit whose history its stories show. */
  #read: { readonly reading: ContentReading; readonly head: string | undefined } | undefined;

  constructor({ content, work }: DeskPlace) {
    this.#content = resolve(content);
    this.#work = work;
    this.#darkroom = new Darkroom(this.#content, work);
    this.#rereader = new Rereader(this.#content, shownPath(content));
    this.#assets = makeAssets(work);
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
    if (changed !== "anything") for (const path of changed) this.#edited.add(path);
    const { reading, head } = await withHistories(read, this.#content, this.#work);
    this.#read = { reading: read, head };
    const { shown, problems } = judge(reading, now, "all", await problemsOfOwnLayouts(), this.#publishedLast);
    this.#problems = problems;
    const { filesRead, filesParsed, bodies } = reading;
    const onEdited = reading.advice.filter(({ path }) => this.#edited.has(path));
    const advice = adviceAsProblems(onEdited, reading.places);
    if (!shown) return { problems, advice, filesRead, filesParsed };
    const { publication } = shown;
    const { assets, inlines, files, drawings: icons } = (await this.#assets)(publication.settings);
    const edition: Edition = { publication, assets, indexed: false, now };
    this.#shown = {
      edition,
      plan: new Flatplan(edition),
      inserts: { bodies, inlines },
      files: [...files, ...cmsFiles(shown.newsroom)],
      icons,
      rendered: new Map(),
    };
    return { problems, advice, filesRead, filesParsed, stories: publication.articles.length };
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

  /** What the writers' desk shows, of the last good edition and of what was read since. */
  figures(): DeskFigures | undefined {
    const shown = this.#shown;
    if (!shown) return undefined;
    return deskFigures({
      publication: shown.edition.publication,
      problems: this.#problems,
      shownAs: (file) => shownPath(join(this.#content, file)),
      htmlAt: (url) => {
        const copy = this.#render(url, shown);
        return copy === undefined || copy === "outdated" ? undefined : String(copy.text);
      },
    });
  }

  /** What stands at an address; undefined where nothing does. */
  async answer(url: string): Promise<Copy | undefined> {
    if (!this.#shown) return undefined;
    const { rendered } = this.#shown;
    const known = rendered.get(url);
    if (known) return known;
    const copy =
      this.#render(url, this.#shown) ??
      (await this.#fileAt(url)) ??
      (await this.#drawingAt(url, this.#shown)) ??
      (await this.#pictureAt(url, this.#shown));
    if (!copy || copy === "outdated") return copy;
    const asSent = { ...copy, headers: headersOfHost(url, this.#shown) };
    rendered.set(url, asSent);
    return asSent;
  }

  #render(url: string, { plan, inserts }: Shown): Copy | undefined {
    const page = plan.at(url);
    if (!page) return undefined;
    try {
      return { type: mediaType(outputFile(page.url)), text: render(page.make(), inserts) };
    } catch (error) {
      if (error instanceof ChangedSinceError) return "outdated";
      throw error;
    }
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

/** What concerns the connection, or how long a browser keeps a page, is not for a machine where it is being edited. */
const NOT_HERE = new Set(["cache-control", "strict-transport-security"]);

/** The site's own headers: a writer sees what its policy lets pages do. */
function headersOfHost(url: string, shown: Shown): Readonly<Record<string, string>> {
  shown.rules ??= hostRules(render(headersPage(shown.edition), shown.inserts));
  const headers = [...headersAt(shown.rules, url)].map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(headers.filter(([name]) => !NOT_HERE.has(name)));
}
