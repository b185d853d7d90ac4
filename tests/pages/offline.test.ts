import { expect, test } from "vitest";
import { ASSETS, newsroomOf, print, type WholeNewsroom } from "./newspaper.ts";

const newsroom = await newsroomOf("tiny");
const withSettings = (more: Partial<WholeNewsroom["settings"]>): WholeNewsroom => ({
  ...newsroom,
  settings: { ...newsroom.settings, ...more },
});

/** What a worker of these bytes runs, in a browser with Trusted Types and in one without. */
function codeOf(worker: string): string[] {
  const run: string[] = [];
  const trustedTypes = {
    createPolicy: (_name: string, rules: { createScriptURL: (text: string) => string }) => rules,
  };
  for (const self of [{ trustedTypes }, {}])
    new Function("self", "trustedTypes", "importScripts", worker)(self, trustedTypes, (url: string) => run.push(url));
  return [...new Set(run)];
}

test("every page names the worker that keeps what is read, and the worker its code and what it keeps from the start", () => {
  const paper = print(newsroom);
  for (const path of ["/", "/2026/04/bridge-opens/", "/404.html"]) {
    expect(paper.html(path)("html").attr("data-worker"), path).toBe("/sw.js");
  }
  const worker = paper.text("/sw.js");
  expect(codeOf(worker)).toEqual([ASSETS.offline.worker]);
  for (const file of ["/offline/", ...ASSETS.offline.files]) expect(worker).toContain(`"${file}"`);
});

test("the worker is another one when the offline page is, so that browsers fetch that anew, and the same when it is not", () => {
  const worker = print(newsroom).text("/sw.js");
  expect(print(withSettings({ title: "The Larger Paper" })).text("/sw.js")).not.toBe(worker);
  const articles = newsroom.articles.slice(1);
  expect(print({ ...newsroom, articles }).text("/sw.js")).toBe(worker);
});

test.each([
  ["whose settings say so", { offlineReading: false }, true],
  ["that is a preview", {}, false],
])("a site %s keeps nothing, and its worker takes the place of one that did", (_name, settings, indexed) => {
  const paper = print(withSettings(settings), { indexed });
  expect(paper.html("/")("html").attr("data-worker")).toBeUndefined();
  expect(codeOf(paper.text("/sw.js"))).toEqual([ASSETS.offline.retiredWorker]);
});

test("the offline page speaks the site's language, and has a place for the stories that can be read", () => {
  const $ = print(withSettings({ language: "es" })).html("/offline/");
  expect($("h1").text()).toBe("No tiene conexión");
  expect($("[data-kept]").attr("hidden")).toBeDefined();
  expect($("[data-kept] h2").text()).toBe("Noticias que puede leer ahora");
});

test("the manifest has the site's name, language and icon, and the colour of its pages", () => {
  const paper = print(withSettings({ language: "ar" }));
  const manifest = JSON.parse(paper.text("/manifest.webmanifest"));
  expect(manifest).toMatchObject({ name: "The Small Paper", lang: "ar", dir: "rtl", start_url: "/" });
  expect(manifest.icons).toEqual([
    { src: ASSETS.icon, type: "image/svg+xml", sizes: "any" },
    { src: ASSETS.icons.small, type: "image/png", sizes: "192x192" },
    { src: ASSETS.icons.large, type: "image/png", sizes: "512x512" },
    { src: ASSETS.icons.maskable, type: "image/png", sizes: "512x512", purpose: "maskable" },
  ]);
  const $ = paper.html("/");
  expect($("link[rel=manifest]").attr("href")).toBe("/manifest.webmanifest");
  expect($("meta[name=theme-color]").first().attr("content")).toBe(manifest.theme_color);
});
