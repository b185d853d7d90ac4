import { FACETS } from "../search-lists.ts";
import type { Filters } from "./engine/messages.ts";
import type { Question } from "./find.ts";
import { words } from "./site-words.ts";
import type { Partition } from "./walk.ts";

// The build writes into the form which partitions there are, and beside each value of a filter how many stories have
// it and in which partitions they are.

/** Where the stories are that the filters let through. */
export const scopeOf = (filters: Filters): Pick<Question, "partitions" | "known"> => ({
  partitions: partitionsFor(filters),
  known: countFor(filters),
});

function partitionsFor(filters: Filters): readonly Partition[] {
  const form = document.querySelector<HTMLElement>("form[data-partitions]");
  const partitions: readonly Partition[] = JSON.parse(form?.dataset["partitions"] ?? "[]");
  const asked = optionsOf(filters);
  // No story has what the form does not offer.
  if (asked.includes(undefined)) return [];
  const digits = asked.flatMap((option) => option?.dataset["partitions"] ?? []);
  return partitions.filter((_partition, at) => digits.every((its) => its[at] === "1"));
}

/** How many stories a filter lets through; undefined for several together, which the build has not counted. */
function countFor(filters: Filters): number | undefined {
  const [option, ...others] = optionsOf(filters);
  return option && others.length === 0 ? Number(option.dataset["stories"]) : undefined;
}

/** "Huawei (12)" is seen; "Huawei, 12 stories" is heard. */
export function nameOptions(): void {
  for (const option of document.querySelectorAll<HTMLOptionElement>("option[data-stories]"))
    option.setAttribute("aria-label", `${option.value}, ${words.stories(Number(option.dataset["stories"]))}`);
}

function optionsOf(filters: Filters): (HTMLOptionElement | undefined)[] {
  return FACETS.filter((key) => filters[key] !== undefined).map((key) => {
    const options = document.querySelectorAll<HTMLOptionElement>(`select[name=${key}] option[data-stories]`);
    return [...options].find(({ value }) => value === filters[key]);
  });
}
