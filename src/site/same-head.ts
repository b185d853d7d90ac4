import { resolve } from "node:path";
import { headOf } from "../content/history/commits.ts";

/** Whether histories of this commit are still what git would say; without a commit git was not asked, and need not be. */
export async function isStillHead(head: string | undefined, content: string): Promise<boolean> {
  return head === undefined || head === (await headOf(resolve(content)));
}
