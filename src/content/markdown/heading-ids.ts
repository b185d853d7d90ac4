import { slugFrom } from "../../model/slugs.ts";

/** The ids of one text, and for each slug the number that was given out last. */
interface Ids {
  readonly taken: Set<string>;
  readonly last: Map<string, number>;
}

const idsOf = new WeakMap<object, Ids>();

/**
 * The id of the next heading of a text: its slug (`section` where no letter or digit is left), numbered from the
 * second of its kind on. `env` stands for the text; markdown-it makes one for each.
 */
export function headingId(text: string, env: object): string {
  const ids = idsOf.get(env) ?? { taken: new Set(), last: new Map() };
  idsOf.set(env, ids);
  const slug = slugFrom(text) ?? "section";
  let number = ids.last.get(slug) ?? 1;
  let id = number === 1 ? slug : `${slug}-${number}`;
  while (ids.taken.has(id)) id = `${slug}-${++number}`;
  ids.taken.add(id);
  ids.last.set(slug, number);
  return id;
}
