import { z } from "zod";
import { unwrapped } from "../content/validate.ts";
import type { Field } from "./sveltia-config.ts";

/** What a schema cannot say of a field. */
interface Said {
  readonly label: string;
  /** One sentence below the field. */
  readonly hint?: string;
}

/** What a value is picked or typed with, in Sveltia's words. A line of text when left out. */
export type Look = Readonly<Record<string, unknown>> & { readonly widget: string };

interface Leaf extends Said {
  readonly look?: Look;
}

/** Fields below a field, and those of each entry of a list. */
interface Group<Input> extends Said {
  readonly fields: FormOf<Input>;
  /** Of a list: how an entry is shown when it is folded, such as `{{fields.name}}`. */
  readonly summary?: string;
}

/** A field that the editor knowingly does not show. What stands in it stays. */
export const APART = "apart";

/**
 * A form: each field of a schema, by what the schema takes in. TypeScript asks for a field that a schema gets, and so
 * does `fieldsOf`.
 */
export type FormOf<Input> = { readonly [Name in keyof Input]-?: EntryOf<Input[Name]> | typeof APART };

// What comes in for a text or a number is unknown to a schema; what is known is a group or a list.
type EntryOf<Input> = unknown extends Input ? Leaf : GroupOf<NonNullable<Input>>;
type GroupOf<Input> = Input extends readonly (infer Item)[]
  ? unknown extends Item
    ? Leaf
    : Group<Item>
  : Input extends object
    ? Group<Input>
    : Leaf;

type AnyEntry = (Leaf & Partial<Group<object>>) | typeof APART;

/**
 * The fields of a schema as Sveltia shows them, in the schema's order: names, which are required, lists and groups come
 * from the schema, the rest from the form. Throws for a field of which the form says nothing.
 */
export function fieldsOf<Input>(schema: z.ZodType<unknown, Input>, form: FormOf<NoInfer<Input>>): Field[] {
  const object = unwrapped(schema);
  if (!(object instanceof z.ZodObject)) throw new Error("Only a group of fields can be a form");
  return Object.entries(object.shape).flatMap(([name, inner]): Field[] => {
    // The mapped type says the same of each name.
    const entry = (form as Readonly<Record<string, AnyEntry>>)[name];
    if (!entry) throw new Error(`The form has no words for the field "${name}"`);
    return entry === APART ? [] : [fieldOf(name, inner as z.ZodType, entry)];
  });
}

function fieldOf(name: string, schema: z.ZodType, { label, hint, look, fields, summary }: Exclude<AnyEntry, "apart">) {
  const required = !(schema instanceof z.ZodOptional);
  const said = { name, label, required, ...(hint ? { hint } : {}) };
  const inner = unwrapped(schema);
  const field = (): object => {
    if (inner instanceof z.ZodArray) {
      if (look?.["multiple"]) return { ...said, ...look, ...(required ? { min: 1 } : {}) };
      const list = { ...said, widget: "list", ...(required ? { min: 1 } : {}) };
      if (!fields) return { ...list, field: { name: "entry", label, ...(look ?? LINE) } };
      const element = inner.element as z.ZodType<unknown, object>;
      return { ...list, collapsed: "auto", ...(summary ? { summary } : {}), fields: fieldsOf(element, fields) };
    }
    if (inner instanceof z.ZodObject && fields) {
      return { ...said, widget: "object", fields: fieldsOf(inner as z.ZodType<unknown, object>, fields) };
    }
    return { ...said, ...(look ?? LINE) };
  };
  // Put together from a form, whose looks Sveltia's own schema is asked about by a test.
  return field() as Field;
}

const LINE: Look = { widget: "string" };
