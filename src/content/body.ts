import { createHash } from "node:crypto";
import type { MarkdownIt, Token } from "markdown-it";
import type { BodyHash } from "../model/newsroom.ts";
import type { Spot } from "../problems.ts";
import type { CutFile } from "./front-matter.ts";
import type { ImageShelf } from "./images.ts";
import { type Block, type CheckedBody, checkTokens, type ProblemOf } from "./markdown/check.ts";
import type { Report } from "./report.ts";
import type { Source } from "./source.ts";

/** A body turned into HTML, with what it says of itself. */
export interface RenderedBody extends CheckedBody {
  readonly hash: BodyHash;
  readonly html: string;
}

/** Renders the Markdown of a file. Undefined when something in it was refused; each reason is reported. */
export function renderBody(
  parser: MarkdownIt,
  source: Source,
  { body, linesBefore }: CutFile,
  images: ImageShelf,
  report: Report,
): RenderedBody | undefined {
  const env = {};
  const tokens = parser.parse(body, env);
  let refused = false;
  const reportRefusal: Report = (problem) => {
    refused = true;
    report(problem);
  };
  const lines = body.split("\n");
  const problemOf: ProblemOf = (block, inline, length, what, fix) => ({
    severity: "error",
    file: source.shownAs,
    at: spotOf(block, inline, length, lines, linesBefore),
    what,
    fix,
  });
  const checked = checkTokens(tokens, source.path, images, problemOf, reportRefusal);
  if (refused) return undefined;
  const html = parser.renderer.render(tokens, parser.options, env);
  const hash = createHash("sha256").update(html).digest("base64url").slice(0, 22) as BodyHash; // made here only
  return { ...checked, hash, html };
}

/** Where a token stands in the file: its block's lines are known, its column is found through its offset in them. */
function spotOf(
  block: Block,
  inline: Token | undefined,
  length: number,
  lines: readonly string[],
  linesBefore: number,
): Spot {
  const blockLine = block.map?.[0] ?? 0;
  const offset = (inline?.meta as { offset?: number } | null)?.offset;
  const before = offset === undefined ? "" : block.content.slice(0, offset);
  const inBlock = before.split("\n").length - 1;
  const line = Math.min(blockLine + inBlock, lines.length - 1);
  const excerpt = lines[line] ?? "";
  // A block's text has lost the indent, the quote marks or the hashes before it.
  const blockText = block.content.split("\n")[inBlock] ?? "";
  const indent = offset === undefined ? 0 : Math.max(0, excerpt.indexOf(blockText));
  const column = indent + before.length - (before.lastIndexOf("\n") + 1) + 1;
  const fits = Math.max(1, Math.min(length, excerpt.length - column + 1));
  return { line: linesBefore + line + 1, column, length: fits, excerpt };
}
