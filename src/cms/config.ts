import type { Series } from "../model/newsroom.ts";
import type { Cms, Settings } from "../model/settings.ts";
import { collections } from "./collections.ts";
import type { Backend, CmsConfig } from "./sveltia-config.ts";

/** What Sveltia CMS is told of a site: plain data. */
export function cmsConfig(settings: Settings, cms: Cms, series: readonly Series[]): CmsConfig {
  return {
    load_config_file: false,
    backend: backendOf(cms),
    publish_mode: cms.review ? "editorial_workflow" : "simple",
    app_title: settings.title,
    site_url: settings.url,
    // Each collection keeps its pictures beside its texts; Sveltia wants to hear of a folder all the same.
    media_folder: "content",
    public_folder: "/",
    media_libraries: { default: { config: { slugify_filename: true } }, stock_assets: false },
    slug: { encoding: "unicode", clean_accents: false, timezone: "local" },
    // It shows fields below each other, and nothing of what the site makes of them.
    editor: { preview: false },
    output: { omit_empty_optional_fields: true },
    collections: collections({ zone: settings.timeZone, sections: settings.sections, series }),
  };
}

function backendOf({ backend, repository, branch, signIn }: Cms): Backend {
  const common = { repo: repository, branch };
  const token = { auth_methods: ["token" as const] };
  const oauth = { auth_methods: ["oauth" as const, "token" as const] };
  if (backend === "gitlab") {
    if (signIn.by === "pkce") return { name: "gitlab", ...common, ...oauth, auth_type: "pkce", app_id: signIn.appId };
    if (signIn.by === "server") return { name: "gitlab", ...common, ...oauth, base_url: signIn.address };
    return { name: "gitlab", ...common, ...token };
  }
  if (signIn.by === "server") return { name: "github", ...common, ...oauth, base_url: signIn.address };
  return { name: "github", ...common, ...token };
}
