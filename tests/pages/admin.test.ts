import { describe, expect, test } from "vitest";
import type { Cms } from "../../src/model/settings.ts";
import { htmlErrors } from "../../src/site/gate/html-rules.ts";
import { newsroomOf, print } from "./newspaper.ts";

const CMS: Cms = { backend: "github", repository: "a/b", branch: "main", signIn: { by: "token" }, review: true };

const without = await newsroomOf("tiny");
const withEditor = { ...without, settings: { ...without.settings, cms: CMS } };
const site = print(withEditor);

/** The rules of `/_headers`, by address. */
const rulesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split("\n\n").map((rule) => [rule.split("\n", 1)[0] ?? "", rule.trim()]));

describe("the editor in the browser", () => {
  test("is there only for a site that asks for it", () => {
    expect(print(without).urls.filter((url) => url.includes("admin"))).toEqual([]);
    expect(print(without).text("/_headers")).not.toContain("admin");
    expect(site.urls).toContain("/admin/");
  });

  test("stands in a valid page that is not indexed", () => {
    expect(htmlErrors(site.text("/admin/"), "admin/index.html")).toEqual([]);
    expect(site.html("/admin/")('meta[name="robots"]').attr("content")).toBe("noindex");
    expect(rulesOf(site.text("/_headers")).get("/admin/*")).toContain("X-Robots-Tag: noindex");
  });

  test("is named on no page and in no list of pages", () => {
    const naming = site.urls.filter(
      (url) => !/^\/(?:admin\/|_headers$)/.test(url) && site.text(url).includes("/admin"),
    );
    expect(naming).toEqual([]);
  });

  test("talks to the site and to its backend, and to nobody else", () => {
    const rule = rulesOf(site.text("/_headers")).get("/admin/*") ?? "";
    expect(rule).toContain("connect-src 'self' blob: data: https://api.github.com;");
    expect(rule).toMatch(/script-src 'self' 'sha256-imports' 'wasm-unsafe-eval';/);
    const gitlab = print({ ...without, settings: { ...without.settings, cms: { ...CMS, backend: "gitlab" } } });
    expect(rulesOf(gitlab.text("/_headers")).get("/admin/*")).toContain(
      "connect-src 'self' blob: data: https://gitlab.com;",
    );
  });

  test("leaves the headers of everything else as they are", () => {
    const [before, after] = [print(without), site].map((edition) => rulesOf(edition.text("/_headers")));
    for (const [path, rule] of before ?? []) expect(after?.get(path)).toBe(rule);
    expect(after?.size).toBe((before?.size ?? 0) + 2);
  });
});
