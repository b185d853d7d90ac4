import { parse } from "yaml";
import { z } from "zod";

/** JSON Schema, draft 7, as far as it is used here: what editors' YAML servers read. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  /** What an editor says where the type is wrong. */
  readonly errorMessage?: string;
  readonly examples?: readonly unknown[];
}

/** What zod writes, with what our fields say of themselves. */
interface Written extends Record<string, unknown> {
  prose?: boolean;
  example?: string;
  accepts?: JsonSchema;
}

/**
 * A text as YAML may give it to an editor: `title: 1984` is a number to it, and none of the reader's business. Not a
 * field that was left empty, which is null to it.
 */
const TEXT = {
  type: ["string", "number", "boolean"],
  errorMessage: "Write a text here; a field that is not required may be left out.",
};

/**
 * A schema of ours as an editor checks what is written: it takes whatever the reader takes, apart from a text that YAML
 * holds for nothing (`null`, `~`) and is not in quotes, and says what it can of the rest.
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: "draft-07",
    io: "input",
    // A transformation can be said of by `accepts` alone.
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodObject) {
        // What is read by a preprocessing step looks optional to zod.
        const { shape } = zodSchema as z.ZodObject;
        jsonSchema.required = Object.keys(shape).filter((name) => !(shape[name] instanceof z.ZodOptional));
      }
      if (zodSchema instanceof z.ZodString) Object.assign(jsonSchema, TEXT);
      if (isOneOrMore(zodSchema) && jsonSchema.type === "array") {
        const { type, items, minItems, maxItems } = jsonSchema;
        for (const key of ["type", "items", "minItems", "maxItems"] as const) delete jsonSchema[key];
        jsonSchema.anyOf = [
          items as z.core.JSONSchema.JSONSchema,
          { type, items, minItems, maxItems } as z.core.JSONSchema.JSONSchema,
        ];
      }
    },
  });
  return told(json as Written) as JsonSchema;
}

/** `oneOrMore` of `fields.ts`: a list that may be written as its one entry. */
const isOneOrMore = (schema: z.core.$ZodType): boolean =>
  schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform && schema.out instanceof z.ZodArray;

function told(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(told);
  if (typeof node !== "object" || node === null) return node;
  const { prose: _prose, example, accepts, ...rest } = node as Written;
  const { type, errorMessage, ...others } = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, told(value)]),
  );
  return {
    // A choice of words says which they are.
    ...(type === undefined || accepts ? {} : { type }),
    ...(errorMessage === undefined || accepts ? {} : { errorMessage }),
    ...others,
    ...accepts,
    ...(example === undefined ? {} : { examples: [meantBy(example)] }),
  };
}

/** An example as a value: in problems it stands as it is written in YAML, with quotes where it needs them. */
const meantBy = (example: string): unknown => (example.startsWith('"') ? parse(example) : example);
