import { setImmediate as breath } from "node:timers/promises";
import { outputFile } from "../model/urls.ts";
import { commonOf, type Edition } from "../pages/frame.ts";
import type { PlannedPage } from "../pages/page.ts";
import type { Desk, PagesToPrint } from "./desk.ts";
import type { PageFindings } from "./gate/findings.ts";
import { Sample, type SamplePage } from "./gate/sample.ts";
import { keyOf, originOf } from "./page-key.ts";
import type { ReadyPart } from "./press.ts";
import type { PrintedPart } from "./printed.ts";
import type { PageTime } from "./slowest.ts";

/** What printing a plan came to: every page, and how many of them had to be printed. */
export interface PrintRun {
  readonly parts: readonly ReadyPart[];
  readonly printed: number;
  /** Those whose layouts took longest. */
  readonly slowest: readonly PageTime[];
  readonly found: PageFindings;
  /** Those of the printed pages that are to be looked at closely. */
  readonly sample: readonly SamplePage[];
}

/** How many pages are looked at before others in this thread have a turn, such as those that talk to Pagefind. */
const PAGES_A_BREATH = 200;

/**
 * Prints into a folder the pages that the last build has not left `inPlace` as they are to be. Each page is made once,
 * and forgotten when it is known or printed: a plan of a million pages takes no more memory than one of a thousand.
 */
export async function printRun(
  plan: readonly PlannedPage[],
  edition: Edition,
  inPlace: ReadonlyMap<string, PrintedPart>,
  desk: Desk,
  where: PagesToPrint,
): Promise<PrintRun> {
  const parts: ReadyPart[] = [];
  const common = commonOf(edition);
  const sample = new Sample();
  let printed = 0;
  async function* stalePages(): AsyncGenerator<string, undefined> {
    for (const [place, planned] of plan.entries()) {
      if (place % PAGES_A_BREATH === 0) await breath();
      const name = outputFile(planned.url);
      const before = inPlace.get(name);
      const origin = originOf(planned, common);
      if (before && origin !== undefined && before.origin === origin) {
        parts.push({ name, key: before.key, origin });
        continue;
      }
      const page = planned.make();
      const part = { name, key: keyOf(page), ...(origin === undefined ? {} : { origin }) };
      if (before?.key === part.key) parts.push(part);
      else {
        printed++;
        sample.add(page, name);
        parts.push({ ...part, files: [part.name] });
        yield JSON.stringify(page);
      }
    }
  }
  const { slowest, found } = await desk.print(stalePages(), where);
  return { parts, printed, slowest, found, sample: sample.pages };
}
