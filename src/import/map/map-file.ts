import { stringify } from "yaml";
import { z } from "zod";
import { reference, refuse } from "../../content/schema/fields.ts";
import { decode } from "../../content/source.ts";
import { validate } from "../../content/validate.ts";
import { readWholeYaml } from "../../content/yaml.ts";
import { isDevice, isSlug, type Slug, slugFrom } from "../../model/slugs.ts";
import type { Problem } from "../../problems.ts";
import { ExportError } from "../export-error.ts";
import type { Survey } from "../survey.ts";
import type { ImportMap } from "./map.ts";

const HEAD = `# What becomes of the old site's categories, tags and authors: proposed by "npm run import", for you to mend.
# "to" is section, tag or none; several may have one slug and become one. Then run the same command again.
`;

/** The map as a file that a person edits, with how many stories each entry has. */
export function printMap({ section, author, terms, authors }: ImportMap, survey: Survey): string {
  const entry = (fields: object, stories: number) =>
    stringify([fields], { lineWidth: 0 })
      .replace(/\n/, `  # ${stories} in the export\n`)
      .replace(/^(?=.)/gm, "  ");
  return [
    HEAD,
    "\n# For stories that no category gives a section.\n",
    stringify({ section }),
    "\n# For stories without an author.\n",
    stringify({ author }),
    terms.length === 0 ? "\nterms: []\n" : "\nterms:\n",
    ...terms.map(({ taxonomy, id, name, to, slug }) =>
      entry({ id, taxonomy, name: oneLine(name), to, slug }, survey.termUse.get(id) ?? 0),
    ),
    authors.length === 0 ? "\nauthors: []\n" : "\nauthors:\n",
    ...authors.map(({ id, name, slug, type }) =>
      entry({ id, name: oneLine(name), slug, type }, survey.authorUse.get(id) ?? 0),
    ),
  ].join("");
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim() || "(no name)";

const slug = reference("news").transform((value, context): Slug => {
  if (isSlug(value) && !isDevice(value)) return value;
  return refuse(context, `cannot stand in a URL ("${value}")`, `Write "${slugFrom(value) ?? "a-name"}".`);
});

const oneOf = <Word extends string>(words: readonly Word[]) =>
  reference(words[0] ?? "").transform(
    (value, context): Word =>
      words.find((word) => word === value) ?? refuse(context, `is "${value}"`, `Write ${words.join(" or ")}.`),
  );

const mapSchema = z.strictObject({
  section: slug,
  author: slug,
  terms: z.array(
    z.strictObject({
      id: reference("politics"),
      taxonomy: reference("category"),
      name: reference("Politics"),
      to: oneOf(["section", "tag", "none"]),
      slug,
    }),
  ),
  authors: z.array(
    z.strictObject({
      id: reference("ann"),
      name: reference("Ann Example"),
      slug,
      type: oneOf(["person", "organisation"]),
    }),
  ),
});

/** The map that a person has edited. Throws `ExportError` with all that is wrong in it. */
export function readMap(bytes: Uint8Array, shownAs: string): ImportMap {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const source = decode(shownAs, shownAs, bytes, report);
  const tree = source && readWholeYaml(source, 0, source.text.length, report);
  const map = source && tree && validate(mapSchema, tree, source, report);
  if (!map) throw new ExportError(problems);
  return map;
}

/** A map with what a newer export has that it does not know, as it is proposed. */
export function withNew(map: ImportMap, proposed: ImportMap): ImportMap {
  const knownTerms = new Set(map.terms.map(({ id }) => id));
  const knownAuthors = new Set(map.authors.map(({ id }) => id));
  return {
    ...map,
    terms: [...map.terms, ...proposed.terms.filter(({ id }) => !knownTerms.has(id))],
    authors: [...map.authors, ...proposed.authors.filter(({ id }) => !knownAuthors.has(id))],
  };
}
