import { isUnspaced } from "../../src/model/unspaced.ts";
import { FACETS } from "../search-lists.ts";
import type { Filters } from "./engine/messages.ts";
import type { Order } from "./search-engine.ts";

/** What is asked for, as the address says it. */
export interface SearchState {
  readonly words: string;
  readonly filters: Filters;
  readonly order: Order;
}

/** The state in a form's fields or in an address's query. */
export function stateOf(fields: URLSearchParams): SearchState {
  const filters = FACETS.flatMap((key) => {
    const value = fields.get(key);
    return value ? [[key, value] as const] : [];
  });
  return {
    words: (fields.get("q") ?? "").trim(),
    filters: Object.fromEntries(filters),
    order: fields.get("order") === "newest" ? "newest" : "relevance",
  };
}

/** The address's query for a state, from `?` on; empty when nothing is asked for. */
export function queryOf({ words, filters, order }: SearchState): string {
  const query = new URLSearchParams();
  if (words !== "") query.set("q", words);
  for (const key of FACETS) if (filters[key] !== undefined) query.set(key, filters[key]);
  if (order === "newest") query.set("order", order);
  return query.size === 0 ? "" : `?${query}`;
}

export const asksForSomething = ({ words, filters }: SearchState): boolean =>
  words !== "" || Object.keys(filters).length > 0;

/** Whether what is typed is worth a search before it is sent: one letter of a word would find nearly everything. */
export const isTypedEnough = ({ words, filters }: SearchState): boolean =>
  words.length !== 1 || isUnspaced(words) || Object.keys(filters).length > 0;
