import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { cmsConfig } from "../cms/config.ts";
import type { Newsroom } from "../model/newsroom.ts";
import { ADMIN_CONFIG, ADMIN_SCRIPT } from "../model/urls.ts";
import { cmsPackages } from "./cms-packages.ts";
import { codeOf } from "./code.ts";
import type { SiteFile } from "./write.ts";

const START = new URL("../cms/browser/start.ts", import.meta.url);

/** All of `/admin/` but its page; nothing for a site without an editor in the browser. */
export function cmsFiles({ settings, series }: Pick<Newsroom, "settings" | "series">): SiteFile[] {
  if (!settings.cms) return [];
  const config = Buffer.from(`${JSON.stringify(cmsConfig(settings, settings.cms, series))}\n`);
  const key = createHash("sha256").update(config).digest("base64url");
  return [
    { url: ADMIN_CONFIG, key, contents: config },
    { url: ADMIN_SCRIPT, key: codeOf(START), make: bundleStart },
    ...cmsPackages().files,
  ];
}

async function bundleStart(): Promise<Uint8Array> {
  const { bundleModule } = await import("./asset-bundles.ts");
  return bundleModule(fileURLToPath(START), ["@sveltia/cms"]);
}
