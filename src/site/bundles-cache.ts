import { createHash } from "node:crypto";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { once } from "../model/once.ts";
import type { AssetBundles } from "./asset-bundles.ts";
import { ALL_ASSET_SOURCES } from "./asset-sources.ts";
import { codeOf, ownLayoutsName } from "./code.ts";
import { readSealed, writeSealed } from "./sealed-file.ts";

/**
 * The bundled styles and scripts: those that the last run kept in `work`, where they were made from the same files by the
 * same code, or else new ones, which are kept. Undefined keeps nothing.
 */
export async function bundlesIn(work: string | undefined): Promise<AssetBundles> {
  if (work === undefined) return bundled();
  const path = join(work, "bundles");
  const version = sources();
  const kept = await readSealed(path, version);
  // The seal says that it was written below.
  if (kept) return deserialize(kept) as AssetBundles;
  const fresh = await bundled();
  await writeSealed(path, version, [serialize(fresh)]);
  return fresh;
}

/** Once, as all code is loaded once. */
const bundled = once(async () => (await import("./asset-bundles.ts")).bundleAssets());

/** Names all that bundles are made from. */
const sources = once(() => {
  const hash = createHash("sha256").update(codeOf(new URL("asset-bundles.ts", import.meta.url), RUNNING));
  for (const source of ALL_ASSET_SOURCES) hash.update(codeOf(source, RUNNING));
  return hash.update(ownLayoutsName()).digest("base64url");
});

const RUNNING = { types: false };
