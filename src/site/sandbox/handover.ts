import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { Seen } from "../../content/look-at-picture.ts";
import { LONGEST_SIDE } from "../../content/sharp.ts";
import type { SitePath } from "../../model/urls.ts";
import type { Problem } from "../../problems.ts";

// What one step says to the next. A step may have been taken over by what it read, so whoever listens takes nothing but
// what these say.

const pixels = z.int().min(1).max(LONGEST_SIDE);
const offset = z.int().min(0).max(LONGEST_SIDE);

const look = z.strictObject({ isDrawing: z.boolean(), moves: z.boolean(), tint: z.int().min(0).max(255).optional() });

/** What is seen in images, by the digest of their bytes. */
export const LOOKS = z.record(
  z.string(),
  z.union([
    z.enum(["damaged", "too large", "too long"]),
    z.strictObject({ width: pixels, height: pixels, look }) satisfies z.ZodType<unknown, Seen>,
  ]),
);

/** Below the content, or below the site: no step up, no link's or drive's name, no empty segment. */
const FILE = /^(?!\.{0,2}\/)(?!.*\/\.{0,2}(?:\/|$))[^\\:\0]+$/;

const file = z.string().max(1000).regex(FILE);
const sitePath = z
  .string()
  .max(2000)
  .regex(/^\/(?:[\w.~!*'()-]|%[0-9A-F]{2}|\/(?!\/))+$/)
  .refine((path) => FILE.test(decodeURIComponent(path.slice(1))))
  .transform((path) => path as SitePath); // made by the step before, of addresses as ours are

const variant = z.strictObject({
  url: sitePath,
  image: z.strictObject({
    file,
    name: z.string(),
    hash: z.string().regex(/^[0-9a-f]{10}$/),
    width: pixels,
    height: pixels,
    format: z.enum(["avif", "gif", "jpg", "png", "svg", "webp"]),
    look: look.optional(),
  }),
  format: z.enum(["avif", "webp", "jpg", "png"]),
  width: pixels,
  height: pixels,
  cut: z.strictObject({ left: offset, top: offset, width: pixels, height: pixels }).optional(),
  moves: z.boolean().exactOptional(),
});

const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .transform((written) => written as `#${string}`); // as the pattern says

const text = z.string().max(10_000);

const card = z.strictObject({
  url: sitePath,
  card: z.strictObject({
    kicker: text.optional(),
    headline: text,
    standfirst: text.optional(),
    site: text.optional(),
    language: z.string().max(100),
    headlines: z.enum(["serif", "sans"]),
    colours: z.record(z.enum(["paper", "ink", "muted", "rule", "accent"]), colour),
  }),
});

/** The pictures that are to be made. */
export const PICTURES = z.strictObject({
  /** What the icons stand on. */
  paper: colour,
  variants: z.array(variant),
  cards: z.array(card),
});

/** An index that is to be made, with its records, oldest first. */
export const INDEX = z.strictObject({
  /** Below the site, with a slash at its end. */
  folder: z.string().regex(/^pagefind\/[\w-]+\/$/),
  withShared: z.boolean(),
  records: z.array(z.strictObject({ url: z.string().max(2000), html: z.string() })),
});

const spot = z.strictObject({
  line: z.int(),
  column: z.int(),
  length: z.int(),
  excerpt: z.string(),
});

const problem = z.strictObject({
  severity: z.enum(["error", "warning"]),
  file: z.string(),
  at: spot.optional(),
  what: z.string(),
  fix: z.string(),
}) satisfies z.ZodType<unknown, Problem>;

/** What reading and printing came to. */
export const OUTCOME = z.strictObject({
  problems: z.array(problem),
  filesRead: z.int(),
  /** Absent when an error among the problems stopped the build. */
  printed: z.strictObject({ stories: z.int(), pages: z.int(), indexes: z.int().min(0).max(1000) }).optional(),
});

/** Hands over what `schema` says. */
export async function handOver<Schema extends z.ZodType>(
  path: string,
  _schema: Schema,
  value: z.input<Schema>,
): Promise<void> {
  await writeFile(path, JSON.stringify(value));
}

/** Takes over what a step has left. Throws when that is anything else than what `schema` says. */
export async function takeOver<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  return schema.parse(JSON.parse(await readFile(path, "utf8")));
}
