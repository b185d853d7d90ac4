import { expect, test } from "vitest";
import { newsroomOf, print } from "./newspaper.ts";

const newsroom = await newsroomOf("tiny");
const newsletter = { action: "https://letters.example/subscribe?list=7", field: "EMAIL", name: "The Friday Bridge" };
const paper = print({ ...newsroom, settings: { ...newsroom.settings, newsletter } });
const without = print(newsroom);

test.each(["/", "/2026/04/bridge-opens/", "/feeds/"])(
  "%s has the newsletter's form, and nothing of it without the setting",
  (path) => {
    const $ = paper.html(path);
    const form = $(".newsletter form");
    expect([form.attr("method"), form.attr("action")]).toEqual(["post", newsletter.action]);
    expect(form.find("label input[type=email][required]").attr("name")).toBe("EMAIL");
    expect(form.find("button").text()).toBe("Subscribe");
    expect($(".newsletter h2").text()).toBe("The Friday Bridge");
    expect(without.html(path)(".newsletter").length).toBe(0);
  },
);

test("a newsletter without a name of its own is called what the site's language calls one", () => {
  const settings = { ...newsroom.settings, language: "es", newsletter: { action: newsletter.action, field: "email" } };
  expect(
    print({ ...newsroom, settings })
      .html("/")(".newsletter h2")
      .text(),
  ).toBe("Boletín");
});

test("forms may be sent to the newsletter's host and to no other", () => {
  expect(paper.text("/_headers")).toContain("form-action 'self' https://letters.example;");
  expect(without.text("/_headers")).toContain("form-action 'self';");
});
