import type { Figures } from "../../../src/model/forms.ts";

/** Prints numbers as a BCP 47 language does, with all that is known of them. */
export function numberPrinter(language: string): (value: number) => string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  return (value) => format.format(value);
}

/** Prints numbers of an axis: each as exact as the step between them, and large ones in words, such as "2M". */
export function axisPrinter(language: string, ticks: readonly number[]): (value: number) => string {
  const [first = 0, second = first + 1] = ticks;
  const isLarge = Math.max(...ticks.map(Math.abs)) >= 100_000;
  const decimals = Math.min(6, Math.max(0, -Math.floor(Math.log10(Math.abs(second - first) || 1))));
  const format = new Intl.NumberFormat(language, {
    ...(isLarge ? { notation: "compact" as const } : {}),
    maximumFractionDigits: isLarge ? 2 : decimals,
  });
  return (value) => format.format(value);
}

const HOW_EXACT = {
  year: { year: "numeric" },
  month: { year: "numeric", month: "short" },
  day: { year: "numeric", month: "short", day: "numeric" },
} as const;

/** Prints labels, dates among them, as a BCP 47 language does. */
export function labelPrinter(language: string, dates: Figures["dates"]): (label: string) => string {
  if (!dates) return (label) => label;
  const format = new Intl.DateTimeFormat(language, { ...HOW_EXACT[dates], calendar: "gregory", timeZone: "UTC" });
  return (label) => format.format(timeOf(label));
}

/** A date as milliseconds since 1970, in UTC: 2019 is the beginning of its year. */
export const timeOf = (date: string): number => Date.parse(date);
