import { join } from "node:path";
import { writeSearchParts } from "../search.ts";
import { INDEX, OUTCOME, takeOver } from "./handover.ts";
import { folderOf, SAID, siteOf } from "./steps.ts";

/** Has Pagefind index the records that were printed. */
export async function indexStep(desk: string): Promise<void> {
  const { printed } = await takeOver(SAID.outcome(desk), OUTCOME);
  const numbers = Array.from({ length: printed?.indexes ?? 0 }, (_, number) => number);
  const parts = await Promise.all(
    numbers.map(async (number) => {
      const { folder, withShared, records } = await takeOver(SAID.index(desk, number), INDEX);
      return { name: folder, key: String(number), withShared, records };
    }),
  );
  await writeSearchParts(parts, siteOf(desk, "index"), {
    cache: join(folderOf(desk, "index"), "kept"),
    print: ({ html }) => html,
  });
}
