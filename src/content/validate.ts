import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Problem, Spot } from "../problems.ts";
import { suggestion } from "./did-you-mean.ts";
import { type Report, reportOnFile } from "./report.ts";
import type { Source } from "./source.ts";
import type { YamlPath, YamlTree } from "./yaml.ts";

/** The tree as the schema's type, or undefined when it is not; every reason is reported at its line. */
export function validate<Output>(
  schema: z.ZodType<Output>,
  tree: YamlTree,
  source: Source,
  reportAny: Report,
): Output | undefined {
  const { report, isEnough } = reportOnFile(source.shownAs, reportAny);
  const problem = (at: Spot, what: string, fix: string): Problem => ({
    severity: "error",
    file: source.shownAs,
    at,
    what,
    fix,
  });
  const cuts = tree.cuts.filter(({ path }) => metaOf(schemaAt(schema, path)).prose);
  for (const { spot } of cuts) {
    report(problem(spot, "A # after a space starts a comment, which nobody sees.", "Put the whole text in quotes."));
  }
  const result = schema.safeParse(tree.value);
  if (result.success) return cuts.length > 0 ? undefined : result.data;
  for (const issue of result.error.issues) {
    // Where a comment took the whole text, "is empty" would say the same again.
    if (cuts.some(({ path }) => isDeepStrictEqual(path, issue.path))) continue;
    for (const [at, what, fix] of explain(issue, schema, tree)) {
      report(problem(at, what, fix));
      if (isEnough()) return undefined;
    }
  }
  return undefined;
}

function* explain(issue: z.core.$ZodIssue, schema: z.ZodType, tree: YamlTree): Generator<[Spot, string, string]> {
  const path = issue.path as YamlPath; // YAML has no symbols for keys
  const subject = subjectOf(path, tree);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysOf(schemaAt(schema, path));
      for (const key of issue.keys) {
        const fix = suggestion(key, known, `Known are: ${known.join(", ")}.`);
        yield [tree.keySpotOf([...path, key]), `Unknown field "${key}".`, fix];
      }
      return;
    }
    case "custom":
      return yield [tree.spotOf(path), `${subject} ${issue.message}.`, String(issue.params?.["fix"])];
    case "invalid_type":
      if (isMissing(path, tree)) yield [tree.spotOf(path), `Missing field ${subject}.`, missing(path, schema)];
      else yield [tree.spotOf(path), `${subject} must be ${SHAPES[issue.expected]}.`, shapeOf(path, schema)];
      return;
    case "too_small":
      return yield [tree.spotOf(path), `${subject} is empty.`, "Write at least one entry."];
    case "too_big": {
      const what = `${subject} has more than ${issue.maximum.toLocaleString("en")} entries.`;
      return yield [tree.spotOf(path), what, "Keep those that readers need."];
    }
    default:
      throw new Error(`A schema reported "${issue.code}" for ${subject}, for which there are no words yet`);
  }
}

const SHAPES: Partial<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

/** What a problem is about, as a sentence starts with it. */
function subjectOf(path: YamlPath, tree: YamlTree): string {
  const name = path.filter((part) => typeof part === "string").join(".");
  // A single author is not written as a list, though it is read as one.
  const isEntry = typeof path.at(-1) === "number" && tree.has(path);
  if (name === "") return isEntry ? "An entry" : "This";
  return isEntry ? `An entry of "${name}"` : `"${name}"`;
}

/** Whether the field is not there at all, whichever entry of it was looked for. */
function isMissing(path: YamlPath, tree: YamlTree): boolean {
  const field = path.slice(0, path.findLastIndex((part) => typeof part === "string") + 1);
  return field.length > 0 && !tree.has(field);
}

function missing(path: YamlPath, schema: z.ZodType): string {
  const { example } = metaOf(schemaAt(schema, path));
  const key = path.findLast((part) => typeof part === "string");
  return example ? `Add it, such as "${key}: ${example}".` : `Add "${key}:" with its fields below it.`;
}

/** How a field of the wrong shape is written rightly. */
function shapeOf(path: YamlPath, schema: z.ZodType): string {
  const at = schemaAt(schema, path);
  const keys = keysOf(at);
  if (keys.length > 0) return `Its fields are: ${keys.join(", ")}.`;
  const { example } = metaOf(at);
  if (unwrapped(at) instanceof z.ZodArray) {
    return example ? `Write it like [${example}].` : "Write each entry on a line of its own, after a hyphen.";
  }
  return example ? `Write it like "${example}".` : "Write it out, in quotes.";
}

type Inner = z.core.$ZodType | undefined;

/** The schema of a field, looked for through what wraps it. */
function schemaAt(schema: Inner, path: YamlPath): Inner {
  let at: Inner = schema;
  for (const part of path) {
    const inner = unwrapped(at);
    // A writer's field may be called `__proto__`, which every object has and no schema.
    if (inner instanceof z.ZodObject) at = Object.hasOwn(inner.shape, part) ? (inner.shape[part] as Inner) : undefined;
    else if (inner instanceof z.ZodArray) at = inner.element as Inner;
    else return undefined;
  }
  return at;
}

/** A schema without what is wrapped around it: whether it is optional, what is done to a value before and after. */
export function unwrapped(schema: Inner): Inner {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap());
  if (schema instanceof z.ZodPipe) {
    // A preprocessing step has its type behind it, a transforming one before it.
    return schema.in instanceof z.ZodTransform ? unwrapped(schema.out as Inner) : unwrapped(schema.in as Inner);
  }
  return schema;
}

function keysOf(schema: Inner): string[] {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function metaOf(schema: Inner): z.core.GlobalMeta {
  for (let at: Inner = schema; at !== undefined; ) {
    const meta = z.globalRegistry.get(at);
    if (meta) return meta;
    if (at instanceof z.ZodOptional) at = at.unwrap();
    else if (at instanceof z.ZodPipe) at = at.in as Inner;
    else if (at instanceof z.ZodArray) at = at.element as Inner;
    else return {};
  }
  return {};
}
