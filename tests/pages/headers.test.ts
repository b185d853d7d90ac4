import { describe, expect, test } from "vitest";
import { ASSETS, newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("tiny");
const text = print(newsroom).text("/_headers");
const policies = [...text.matchAll(/^ {2}Content-Security-Policy: (.*)$/gm)].map(([, policy]) => policy ?? "");

describe("the headers", () => {
  test("let pages load from the site itself only, and run nothing in them but what the build has put there", () => {
    expect(text).toMatch(/^\/\*\n {2}/);
    const [policy = ""] = policies;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    for (const hash of [ASSETS.early, ASSETS.speculation, ...Object.values(ASSETS.sheets)])
      expect(policy).toContain(`'${hash}'`);
  });

  test("let no text become code or markup unless one of our own policies does", () => {
    for (const policy of policies) expect(policy).toContain("require-trusted-types-for 'script'; trusted-types ");
  });

  test("let the worker of the search engine compile WebAssembly, and nothing else", () => {
    expect(policies.map((policy) => policy.includes("'wasm-unsafe-eval'"))).toEqual([false, true]);
    const engine = text.split("\n\n").find((rule) => rule.includes("wasm-unsafe-eval"));
    expect(engine).toMatch(new RegExp(`^${ASSETS.searchEngine}\n`));
    expect(policies[1]).not.toMatch(/https?:|\*|'unsafe-/);
  });

  test("let frames in of those hosts alone of which a story or page that is out shows something", () => {
    const policyWith = (frames: readonly string[] | undefined, draft = false) => {
      const [first, second, ...others] = newsroom.articles;
      if (!first || !second) throw new Error("The newspaper has no two stories");
      const articles = [{ ...first, frames, draft }, { ...second, frames: ["https://b.example"] }, ...others];
      return /frame-src ([^;\n]*)/.exec(print({ ...newsroom, articles }).text("/_headers"))?.[1];
    };
    expect(text).not.toContain("frame-src");
    expect(policyWith(["https://c.example", "https://b.example", "https://a.example"])).toBe(
      "https://a.example https://b.example https://c.example",
    );
    expect(policyWith(["https://a.example"], true)).toBe("https://b.example");
    const [page] = newsroom.pages;
    if (!page) throw new Error("The newspaper has no page");
    const pages = [{ ...page, frames: ["https://d.example"] }];
    expect(print({ ...newsroom, pages }).text("/_headers")).toContain("; frame-src https://d.example; ");
  });

  test("bind the site's host to https for two years, and more than the host only where the settings say so", () => {
    const transport = (secureTransport: "host" | "subdomains" | "preload") => {
      const settings = { ...newsroom.settings, secureTransport };
      return /Strict-Transport-Security: (.*)/.exec(print({ ...newsroom, settings }).text("/_headers"))?.[1];
    };
    expect(transport("host")).toBe("max-age=63072000");
    expect(transport("subdomains")).toBe("max-age=63072000; includeSubDomains");
    expect(transport("preload")).toBe("max-age=63072000; includeSubDomains; preload");
    expect(text).toContain("Strict-Transport-Security: max-age=63072000\n");
  });

  test("stay within what Cloudflare takes: a hundred rules of lines of two thousand characters", () => {
    expect(text.split("\n\n").length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
});
