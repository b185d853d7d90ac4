import { hash } from "node:crypto";
import type { MarkdownIt } from "markdown-it";
import type { EmbedHosts } from "../model/embeds.ts";
import type { BodyHash } from "../model/newsroom.ts";
import { type FiguresShelf, shelveFigures } from "./figures/figures-shelf.ts";
import type { CutFile } from "./front-matter.ts";
import type { ImageShelf } from "./images.ts";
import { type CheckedBody, checkTokens } from "./markdown/check.ts";
import { type EmbedEnv, framesIn } from "./markdown/embeds/embeds.ts";
import { withoutSpelledOut } from "./markdown/forms/check-forms.ts";
import { markPaidLinks } from "./markdown/links.ts";
import type { LiveReading } from "./markdown/live-posts.ts";
import { typographerIn } from "./markdown/parser.ts";
import { bodyPlaces } from "./markdown/positions.ts";
import type { Advice } from "./prose/advice.ts";
import { adviseOnText } from "./prose/on-text.ts";
import { type Report, reportOnFile } from "./report.ts";
import type { Source } from "./source.ts";

/** What a body says of itself, and the hash under which its HTML is kept. */
export interface Body extends CheckedBody {
  readonly hash: BodyHash;
  /** The origins of what its cards would load; absent when there are none. */
  readonly frames?: readonly string[] | undefined;
}

/** A body turned into HTML. */
export interface RenderedBody {
  readonly body: Body;
  readonly html: string;
  /** What is to be said of its style. */
  readonly advice: readonly Advice[];
}

/** What a text is besides being one. */
export interface TextOf {
  /** BCP 47; without it nothing is said of its style. */
  readonly language?: string | undefined;
  readonly isSponsored?: boolean;
  /** Which links become cards. */
  readonly embeds?: EmbedHosts;
  /** The figures that its charts may show; none unless told otherwise. */
  readonly figures?: FiguresShelf;
  /** How its posts are read, where it may be live coverage. */
  readonly live?: LiveReading | undefined;
}

const NO_FIGURES = shelveFigures(new Map());

/** Renders the Markdown of a file; in a sponsored story, links to other sites say that they are paid for. Undefined when something in it was refused; each reason is reported. */
export function renderBody(
  parser: MarkdownIt,
  source: Source,
  { body, linesBefore }: CutFile,
  images: ImageShelf,
  report: Report,
  { language, isSponsored = false, embeds = false, figures = NO_FIGURES, live }: TextOf = {},
): RenderedBody | undefined {
  const env = { embedHosts: embeds } satisfies EmbedEnv;
  const tokens = parser.parse(body, env);
  const spotOf = bodyPlaces(body, linesBefore);
  let refused = false;
  const told = reportOnFile(source.shownAs, report);
  const checked = checkTokens(tokens, {
    file: source.path,
    env,
    images,
    figures,
    live,
    typographic: language === undefined ? (text) => text : typographerIn(language),
    spotOf,
    problemAt: (at, what, fix) => ({ severity: "error", file: source.shownAs, at, what, fix }),
    report: (problem) => {
      refused = true;
      told.report(problem);
    },
    isEnough: told.isEnough,
    refuse: () => {
      refused = true;
    },
  });
  if (refused) return undefined;
  const advice = language === undefined ? [] : adviseOnText(tokens, language, spotOf);
  if (isSponsored) markPaidLinks(tokens);
  const html = parser.renderer.render(withoutSpelledOut(tokens), parser.options, env);
  const name = hash("sha256", html, "base64url").slice(0, 22) as BodyHash; // made here only
  return { body: { ...checked, ...withEmbeds(checked, framesIn(tokens)), hash: name }, html, advice };
}

const withEmbeds = ({ forms = [] }: CheckedBody, frames: readonly string[]): Partial<Body> =>
  frames.length === 0 ? {} : { forms: [...forms, "embed"], frames };
