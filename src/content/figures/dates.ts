import type { Figures } from "../../model/forms.ts";

interface Label {
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

const PATTERNS: readonly (readonly [NonNullable<Figures["dates"]>, RegExp])[] = [
  ["year", /^\d{4}$/],
  ["month", /^\d{4}-\d{2}$/],
  ["day", /^\d{4}-\d{2}-\d{2}$/],
];

/** How exact the dates are that labels are, when all of them are dates. Those that do not exist, or not in order, are refused. */
export function datesOf(
  labels: readonly Label[],
  refuse: (at: number, length: number, what: string, fix: string) => void,
): Figures["dates"] {
  const found = PATTERNS.find(([, pattern]) => labels.every(({ text }) => pattern.test(text)));
  if (!found) return undefined;
  for (const [index, { text, at, length }] of labels.entries()) {
    const above = labels[index - 1];
    if (!exists(text)) refuse(at, length, `There is no date ${text}.`, "Mend it.");
    else if (above && text < above.text) {
      refuse(at, length, `${text} is before ${above.text}, which stands above it.`, "Begin with the earliest.");
    }
  }
  return found[0];
}

/** `Date` takes 2019-02-30 for a day of March. */
function exists(date: string): boolean {
  const time = new Date(`${date}${"-01".repeat((10 - date.length) / 3)}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
