import type { Figure } from "./figure.ts";

const BEGINS = "<!-- figures: written by npm run reliability -->";
const ENDS = "<!-- end of figures -->";

/** Puts the figures into the place of a page that is kept for them. Throws when it has none. `when` says how they came about. */
export function withTable(page: string, figures: readonly Figure[], when: string): string {
  const [before, rest] = page.split(BEGINS);
  const [, after] = rest?.split(ENDS) ?? [];
  if (before === undefined || after === undefined) throw new Error(`The page has no place for figures: ${BEGINS}`);
  return [before, BEGINS, `\n${tableOf(figures, when)}\n`, ENDS, after].join("");
}

function tableOf(figures: readonly Figure[], when: string): string {
  const rows = [...figures]
    .sort((a, b) => (a.test < b.test ? -1 : 1))
    .map(({ promise, tried, failed, unit, test }) => {
      const broken = failed === 0 ? "0" : `**${failed.toLocaleString("en")}**`;
      return `| ${promise} | ${tried.toLocaleString("en")} ${unit} | ${broken} | \`${test}\` |`;
    });
  return [`Last reached on ${when}:`, "", "| promise | tried | broken | test |", "|---|---|---|---|", ...rows].join(
    "\n",
  );
}
