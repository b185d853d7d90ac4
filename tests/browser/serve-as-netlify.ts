import { resolveConfig } from "@netlify/config";
import { listen, type RunningServer, staticHost } from "../../src/site/serve.ts";

interface HeaderRule {
  readonly for: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Serves a built site with the headers of netlify.toml and of its own `_headers`, so that the tests run under its Content-Security-Policy. */
export async function serveAsNetlify(folder: string): Promise<RunningServer> {
  const { config } = await resolveConfig({
    config: "netlify.toml",
    offline: true,
    context: "production",
    inlineConfig: { build: { publish: folder } },
  });
  const rules = config.headers as readonly HeaderRule[];
  const serve = staticHost(folder);
  return listen((request, response) => {
    for (const rule of rules.filter((rule) => matches(rule.for, request.url ?? "/"))) {
      for (const [name, value] of Object.entries(rule.values)) response.setHeader(name, value);
    }
    serve(request, response);
  }, 0);
}

/** Netlify's paths may have `:names` for a segment each, and end in a star. */
function matches(rule: string, url: string): boolean {
  const pattern = rule.replace(/[.?+]/g, "\\$&").replace(/:\w+/g, "[^/]+").replace(/\*$/, ".*");
  return new RegExp(`^${pattern}$`).test(url);
}
