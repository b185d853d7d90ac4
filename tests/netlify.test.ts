import { resolveConfig } from "@netlify/config";
import { describe, expect, test } from "vitest";

const read = (context: string) => resolveConfig({ config: "netlify.toml", offline: true, context });

describe("Netlify", () => {
  test("builds a push to the main branch for readers, on Node 24, and publishes _site", async () => {
    const { config } = await read("production");
    expect(config.build.command).toBe("npm run build");
    expect(config.build.publish).toMatch(/[/\\]_site$/);
    expect(config.build.environment["NODE_VERSION"]).toBe("24");
  });

  test.each(["deploy-preview", "branch-deploy"])("builds a %s as a preview, which is not indexed", async (context) => {
    const { config } = await read(context);
    expect(config.build.command).toBe("npm run build -- --preview");
  });

  test("sends each header once for any address, so that none overrides another", async () => {
    const { config } = await read("production");
    const rules = config.headers as { for: string; values: Record<string, string> }[];
    const covers = (a: string, b: string) => a.endsWith("*") && b.startsWith(a.slice(0, -1));
    for (const rule of rules) {
      const wider = rules.filter((other) => other !== rule && covers(other.for, rule.for));
      const twice = wider.flatMap(({ values }) => Object.keys(values).filter((name) => name in rule.values));
      expect({ rule: rule.for, twice }).toEqual({ rule: rule.for, twice: [] });
    }
  });

  test("lets pages load from the site itself only", async () => {
    const { config } = await read("production");
    const everywhere = (config.headers as { for: string; values: Record<string, string> }[]).find(
      (rule) => rule.for === "/*",
    );
    const policy = everywhere?.values["Content-Security-Policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });
});
