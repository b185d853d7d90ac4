import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Image } from "../../src/model/image.ts";
import { originalUrl } from "../../src/model/image-variants.ts";
import { accentOf } from "../../src/model/theme.ts";
import { themeCss } from "../../src/pages/theme-css.ts";
import { newsroomOf, print } from "./newspaper.ts";

test("the accent and the kind of headlines are custom properties, by day and by night", () => {
  const css = themeCss({ accent: accentOf("#003366", "#99ccff"), headlines: "sans" });
  expect(css).toContain("--headline-font:var(--sans)");
  expect(css).toContain("--accent:light-dark(#003366,#99ccff)");
});

test("the logo stands for the name of the site, and says it", async () => {
  const paper = await newsroomOf("tiny");
  expect(print(paper).html("/")(".site-name img")).toHaveLength(0);

  const logo: Image = {
    file: "logo.svg",
    name: "logo",
    hash: "0123456789",
    width: 300,
    height: 60,
    format: "svg",
  };
  const settings = { ...paper.settings, theme: { ...paper.settings.theme, logo } };
  for (const url of ["/", "/about/"]) {
    const name = print({ ...paper, settings }).html(url)(".site-name");
    expect(name.text().trim()).toBe("");
    expect(name.find("a > img").attr()).toMatchObject({
      src: originalUrl(logo),
      alt: paper.settings.title,
      width: "300",
      height: "60",
    });
  }
});

test("styles have their colours from the theme, where their contrast is checked, except for print and pictures", () => {
  const folder = fileURLToPath(new URL("../../layouts/styles", import.meta.url));
  const styles = readdirSync(folder).filter((name) => name !== "print.css" && name !== "picture.css");
  expect(styles.length).toBeGreaterThan(5);
  const literal = /(?<![\w-])(?:#[\da-f]{3,8}\b|(?:rgb|hsl|oklch|light-dark)a?\()/i;
  expect(styles.filter((name) => literal.test(readFileSync(`${folder}/${name}`, "utf8")))).toEqual([]);
});
