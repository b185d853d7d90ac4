import { readFile, writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import type { Problem } from "../../problems.ts";
import type { AssetBundles } from "../asset-bundles.ts";
import type { Preparation } from "../examine.ts";

/** What every step is told: made before anything of the stranger's was read. */
export interface StepOrder extends Preparation {
  /** The content folder as it was typed, for problems. */
  readonly shownRoot: string;
  /** The output folder as it was typed, likewise. */
  readonly shownOutput: string;
  readonly search: boolean;
  /** Made from the layouts by esbuild, which is a process. */
  readonly bundles: AssetBundles;
  /** What is wrong with the site's own layouts. */
  readonly ofLayouts: readonly Problem[];
}

const orderIn = (desk: string): string => `${desk}/order`;

export const giveOrder = (desk: string, order: StepOrder): Promise<void> => writeFile(orderIn(desk), serialize(order));

/** No step may write the file. */
export async function readOrder(desk: string): Promise<StepOrder> {
  // `giveOrder` has written it.
  return deserialize(await readFile(orderIn(desk))) as StepOrder;
}
