import { z } from "zod";
import type { Problem, Spot } from "../problems.ts";
import { suggestion } from "./did-you-mean.ts";
import type { Report } from "./report.ts";
import type { Source } from "./source.ts";
import type { YamlPath, YamlTree } from "./yaml.ts";

/** The tree as the schema's type, or undefined when it is not; every reason is reported at its line. */
export function validate<Output>(
  schema: z.ZodType<Output>,
  tree: YamlTree,
  source: Source,
  report: Report,
): Output | undefined {
  const problem = (at: Spot, what: string, fix: string): Problem => ({
    severity: "error",
    file: source.shownAs,
    at,
    what,
    fix,
  });
  const cuts = tree.cuts.filter(({ path }) => metaOf(schemaAt(schema, path)).prose);
  for (const { spot } of cuts) {
    report(
      problem(spot, "An unquoted # starts a comment here, so the text ends before it.", "Put the text in quotes."),
    );
  }
  const result = schema.safeParse(tree.value);
  if (!result.success) {
    for (const issue of result.error.issues) {
      for (const [at, what, fix] of explain(issue, schema, tree)) report(problem(at, what, fix));
    }
    return undefined;
  }
  return cuts.length > 0 ? undefined : result.data;
}

function explain(issue: z.core.$ZodIssue, schema: z.ZodType, tree: YamlTree): [Spot, string, string][] {
  const path = issue.path as YamlPath;
  const field = fieldName(path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = keysOf(schemaAt(schema, path));
      return issue.keys.map((key) => [
        tree.keySpotOf([...path, key]),
        `Unknown field "${key}".`,
        suggestion(key, known, `Known are: ${known.join(", ")}.`),
      ]);
    }
    case "custom":
      return [[tree.spotOf(path), `"${field}" ${issue.message}.`, String(issue.params?.["fix"])]];
    case "invalid_type":
      if (!tree.has(path)) return [[tree.spotOf(path), `Missing field "${field}".`, missing(path, schema)]];
      return [
        [tree.spotOf(path), `"${field}" must be ${SHAPES[issue.expected] ?? issue.expected}.`, example(path, schema)],
      ];
    case "too_small":
      return [[tree.spotOf(path), `"${field}" is empty.`, "Write at least one, or delete the field."]];
    default:
      throw new Error(`A schema reported "${issue.code}" for "${field}", for which there are no words yet`);
  }
}

const SHAPES: Partial<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a group of fields",
};

function fieldName(path: YamlPath): string {
  const name = path.filter((part) => typeof part === "string").join(".");
  return name === "" ? "the file" : name;
}

function missing(path: YamlPath, schema: z.ZodType): string {
  const { example } = metaOf(schemaAt(schema, path));
  const key = path.findLast((part) => typeof part === "string");
  return example ? `Add it, such as "${key}: ${example}".` : `Add "${key}:" with its fields below it.`;
}

function example(path: YamlPath, schema: z.ZodType): string {
  const at = schemaAt(schema, path);
  const keys = keysOf(at);
  if (keys.length > 0) return `Its fields are: ${keys.join(", ")}.`;
  const { example } = metaOf(at);
  return example ? `Write it like "${example}".` : "Write each item on a line of its own, after a hyphen.";
}

type Inner = z.core.$ZodType | undefined;

/** The schema of a field, looked for through what wraps it. */
function schemaAt(schema: Inner, path: YamlPath): Inner {
  let at: Inner = schema;
  for (const part of path) {
    const inner = unwrapped(at);
    if (inner instanceof z.ZodObject) at = inner.shape[String(part)] as Inner;
    else if (inner instanceof z.ZodArray) at = inner.element as Inner;
    else return undefined;
  }
  return at;
}

function unwrapped(schema: Inner): Inner {
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
