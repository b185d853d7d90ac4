import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { build } from "../../src/site/build.ts";
import type { RunningServer } from "../../src/site/serve.ts";
import { siteFolder } from "../site/site-folder.ts";
import { brokenRules, sidewaysScroll } from "./checks.ts";
import { asReader, DESKTOP, PHONE } from "./reader.ts";
import { type SentForm, serveAsNetlify } from "./serve-as-netlify.ts";

const STORY = "/2026/04/bridge-opens/";
const WITHOUT_REPLIES = "/2026/05/ferry-stops/";
const RECEIVED = "/comment-received/";
const EMAIL = "zoe@mail.example";

let site: string;
let server: RunningServer;
const sent: SentForm[] = [];
/** Before a form is answered. */
let wait: Promise<void> | undefined;

beforeAll(async () => {
  site = await siteFolder("tiny");
  await appendFile(join(site, "content/settings.yaml"), "comments: { stories: open, rules: about }\n");
  const replies = join(site, "content/comments/2026/04/bridge-opens");
  await mkdir(replies, { recursive: true });
  const reply = (name: string) => `name: ${name}\ndate: 2026-05-04T08:15\ntext: I saw it.\n`;
  await writeFile(join(replies, "a1.yaml"), reply("Ben Reader"));
  await writeFile(join(replies, "b2.yaml"), `${reply("Cy")}replyTo: a1\n`);
  const output = join(site, "_site");
  const { problems } = await build({
    ...{ content: join(site, "content"), output, work: join(site, ".dateline") },
    ...{ now: Date.parse("2026-05-22T12:00:00Z"), unpublished: "none", indexed: true },
  });
  expect(problems).toEqual([]);
  server = await serveAsNetlify(output, async (form) => {
    sent.push(form);
    await wait;
  });
});

afterAll(async () => {
  server.close();
  await server.closed;
  await rm(site, { recursive: true });
});

beforeEach(() => {
  sent.length = 0;
  wait = undefined;
});

const at = (path: string) => server.url.slice(0, -1) + path;
const box = (page: Page, name: string | RegExp) => page.getByRole("textbox", { name });
const text = (page: Page) => box(page, "Reply (required)");
const send = (page: Page) => page.getByRole("button", { name: "Send the reply" });
const kept = (page: Page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

async function fill(page: Page, written = "So did I.\nFrom the ferry."): Promise<void> {
  await text(page).fill(written);
  await box(page, "Name (required)").fill("Zoë 读者");
  await box(page, "E-mail address (optional)").fill(EMAIL);
  await page.getByRole("checkbox").check();
}

/** The fault that is said by a field, as who listens hears it. */
const faultOf = (page: Page, name: string) =>
  page.locator(`#reply_ [name="${name}"]`).evaluate((field) => {
    const [first = ""] = (field.getAttribute("aria-describedby") ?? "").split(" ");
    const note = document.getElementById(first);
    return field.getAttribute("aria-invalid") === "true" && note?.checkVisibility() ? note.textContent : "";
  });

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent);

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("the form, %s,", (_name, javaScriptEnabled) => {
  test("sends Netlify exactly its fields, the trap empty, and shows that the reply was received", async () => {
    await asReader({ ...PHONE, javaScriptEnabled }, async ({ page }) => {
      await page.goto(at(STORY));
      await page.getByRole("combobox", { name: "Your reply is to" }).selectOption({ index: 1 });
      await fill(page);
      await send(page).click();
      await page.waitForURL(at(RECEIVED));
      expect(await page.textContent("h1")).toBe("Your reply was received");
    });
    expect(sent.map(({ path, type }) => [path, type])).toEqual([[RECEIVED, "application/x-www-form-urlencoded"]]);
    const fields = [...new URLSearchParams(sent[0]?.body)].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(fields).toEqual([
      ["comment", "So did I.\r\nFrom the ferry."],
      ["consent", "yes"],
      ["email", EMAIL],
      ["form-name", "comment"],
      ["name", "Zoë 读者"],
      ["reply-to", "a1"],
      ["story", STORY],
      ["website", ""],
    ]);
  });

  test("is filled in and sent from the keyboard alone, in the order in which it is read, and never stops at the trap", async () => {
    await asReader({ ...DESKTOP, javaScriptEnabled }, async ({ page }) => {
      await page.goto(at(STORY));
      await page.getByRole("combobox", { name: "Your reply is to" }).focus();
      const stops: unknown[] = [];
      for (const keys of ["", "Yes", "Ann", "", " ", "", "Enter"]) {
        stops.push(await focused(page));
        if (keys === "Enter") break;
        if (keys !== "") await page.keyboard.type(keys);
        await page.keyboard.press("Tab");
      }
      expect(stops).toEqual(["reply-to", "comment", "name", "email", "consent", "About the paper", "Send the reply"]);
      await page.keyboard.press("Enter");
      await page.waitForURL(at(RECEIVED));
    });
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toMatchObject({
      ...{ "reply-to": "", comment: "Yes", name: "Ann", email: "", consent: "yes", website: "" },
    });
  });
});

describe("the form", () => {
  let heard = "";
  let small: string[] = [];
  let isPrinted = true;
  let broken: string[] = [];

  beforeAll(() =>
    asReader(PHONE, async ({ page }) => {
      await page.goto(at(STORY));
      heard = await page.locator("#reply_").ariaSnapshot();
      small = await page.locator("#reply_ :is(input, select, textarea, button, label)").evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .filter((one) => {
            const isBox = one instanceof HTMLInputElement && one.type === "checkbox";
            const { height } = one.getBoundingClientRect();
            return height < (isBox ? 24 : 40) || Number.parseFloat(getComputedStyle(one).fontSize) < (isBox ? 0 : 16);
          })
          .map((one) => one.outerHTML.slice(0, 80)),
      );
      broken = [...(await brokenRules(page)), ...(await sidewaysScroll(page))];
      await page.emulateMedia({ media: "print" });
      isPrinted = await page.locator("#reply_").isVisible();
    }),
  );

  test("has a name for each field that a screen reader says, and says nothing of the trap", () => {
    for (const name of [
      'heading "Leave a reply"',
      'combobox "Your reply is to"',
      'textbox "Reply (required)"',
      'textbox "Name (required)"',
      'textbox "E-mail address (optional)"',
      'checkbox "My reply may be published with my name. (required)"',
      'button "Send the reply"',
    ])
      expect(heard).toContain(name);
    expect(heard).not.toMatch(/website|Leave this empty/);
  });

  test("has fields as large as a finger, and letters so large that no phone zooms in on them", () =>
    expect(small).toEqual([]));

  test("breaks no rule of accessibility", () => expect(broken).toEqual([]));

  test("is not printed", () => expect(isPrinted).toBe(false));
});

describe("with JavaScript, a reader", () => {
  test("is told by each field what is wrong, led to the first, and no longer told once it is mended", async () => {
    await asReader({ ...PHONE, colorScheme: "dark" }, async ({ page }) => {
      await page.goto(at(STORY));
      await text(page).fill("  \n ");
      await box(page, /^E-mail/).fill("nobody");
      await send(page).click();
      const faults = async () => {
        const names = ["comment", "name", "email", "consent"];
        return Promise.all(names.map((name) => faultOf(page, name)));
      };
      expect(await faults()).toEqual([
        "Write your reply.",
        "Write your name.",
        "Write an address such as ann@example.org, or leave this empty.",
        "Say that your reply may be published.",
      ]);
      expect(await focused(page)).toBe("comment");
      expect(await brokenRules(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toEqual([]);
      await fill(page);
      expect(await faults()).toEqual(["", "", "", ""]);
      expect(sent).toEqual([]);
      await send(page).click();
      await page.waitForURL(at(RECEIVED));
    });
  });

  test("sees how much more can be written when that is little, and loses nothing of what is pasted beyond it", async () => {
    await asReader(PHONE, async ({ page }) => {
      await page.goto(at(STORY));
      await fill(page, "x".repeat(2000));
      const status = page.locator("#reply_ [role=status]");
      expect([await status.textContent(), await page.getByText(/characters? left/).count()]).toEqual(["", 0]);
      await text(page).fill("x".repeat(2751));
      expect(await status.textContent()).toBe("249 characters left");
      await text(page).fill("x".repeat(2752));
      // Who listens is not told at each letter.
      expect(await status.textContent()).toBe("249 characters left");
      expect(await page.locator("#reply_ label small").textContent()).toBe("248 characters left");
      await text(page).fill("x".repeat(3001));
      expect(await faultOf(page, "comment")).toBe("1 character too many");
      await send(page).click();
      expect([sent.length, (await text(page).inputValue()).length, await focused(page)]).toEqual([0, 3001, "comment"]);
      await text(page).fill("x".repeat(3000));
      await send(page).click();
      await page.waitForURL(at(RECEIVED));
    });
    expect(new URLSearchParams(sent[0]?.body).get("comment")).toHaveLength(3000);
  });

  test("finds what was written there again, but never the e-mail address, until it was received", async () => {
    await asReader(
      PHONE,
      async ({ page }) => {
        await page.goto(at(STORY));
        await fill(page);
        expect(await kept(page)).not.toContain(EMAIL);
        await page.goto(at(WITHOUT_REPLIES));
        expect([await text(page).inputValue(), await box(page, /^Name/).inputValue()]).toEqual(["", ""]);
        await page.goto(at(STORY));
        expect([await text(page).inputValue(), await box(page, /^Name/).inputValue()]).toEqual([
          "So did I.\nFrom the ferry.",
          "Zoë 读者",
        ]);
        await fill(page);
        // The line is lost while it is being sent.
        await page.context().setOffline(true);
        await send(page).click();
        await expect.poll(() => page.url()).toMatch(/^chrome-error:/);
        await page.context().setOffline(false);
        await page.goto(at(STORY));
        // Whoever only looks at the page of thanks from here has sent nothing.
        await page.goto(at(RECEIVED));
        expect(await page.getByRole("link", { name: "Back to the story" }).count()).toBe(0);
        await page.goto(at(STORY));
        expect(await text(page).inputValue()).toBe("So did I.\nFrom the ferry.");
        expect(await kept(page)).not.toContain(EMAIL);
        await fill(page);
        await send(page).click();
        await page.waitForURL(at(RECEIVED));
        expect(await kept(page)).not.toMatch(/ferry|comment/);
        const back = page.getByRole("link", { name: "Back to the story" });
        expect(await back.getAttribute("href")).toBe(`${STORY}#comments_`);
        await back.click();
        await page.waitForURL(at(`${STORY}#comments_`));
        expect(await text(page).inputValue()).toBe("");
      },
      /ERR_INTERNET_DISCONNECTED/,
    );
  });

  test("who has storage blocked can reply all the same", async () => {
    await asReader(PHONE, async ({ page }) => {
      await page.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException("Blocked", "SecurityError");
            },
          });
        }
      });
      await page.goto(at(STORY));
      await send(page).click();
      expect(await faultOf(page, "name")).toBe("Write your name.");
      await fill(page);
      await send(page).click();
      await page.waitForURL(at(RECEIVED));
    });
    expect(sent).toHaveLength(1);
  });

  test("answers a reply by the link under it, and the story all the same by choosing it", async () => {
    await asReader(PHONE, async ({ page }) => {
      await page.goto(at(STORY));
      await page.evaluate(() => {
        const link = Object.assign(document.createElement("a"), { href: "#reply_", textContent: "Answer Ben here" });
        link.dataset["replyTo"] = "a1";
        document.querySelector(".comments h2")?.after(link);
      });
      await page.getByRole("link", { name: "Answer Ben here" }).click();
      const choice = page.getByRole("combobox", { name: "Your reply is to" });
      expect([await choice.inputValue(), await focused(page)]).toEqual(["a1", "comment"]);
      expect(await page.locator("#reply_ [role=status]").textContent()).toMatch(/^Your reply is to \u2068Ben Reader/);
      await choice.selectOption("the story");
      await fill(page);
      await send(page).click();
      await page.waitForURL(at(RECEIVED));
    });
    expect(new URLSearchParams(sent[0]?.body).get("reply-to")).toBe("");
  });

  test("who presses twice on a slow line sends one reply, and can send another one later", async () => {
    await asReader(PHONE, async ({ page }) => {
      await page.goto(at(STORY));
      await fill(page);
      const { promise, resolve } = Promise.withResolvers<void>();
      wait = promise;
      await page.evaluate(() => {
        const form = document.querySelector("#reply_");
        form?.addEventListener("submit", () => {
          sessionStorage.setItem("said", form.querySelector("[role=status]")?.textContent ?? "");
        });
      });
      await send(page).scrollIntoViewIfNeeded();
      const { x, y } = (await send(page).boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.click(x + 9, y + 9);
      await expect.poll(() => sent.length).toBe(1);
      await page.mouse.click(x + 9, y + 9);
      resolve();
      await page.waitForURL(at(RECEIVED));
      expect(sent).toHaveLength(1);
      expect(await page.evaluate(() => sessionStorage.getItem("said"))).toBe("Sending …");
      await page.goBack();
      await fill(page, "One more thing.");
      await send(page).click();
      await page.waitForURL(at(RECEIVED));
    });
    expect(sent).toHaveLength(2);
  });

  test("finds no copy of the page of thanks among what the browser keeps for reading offline", async () => {
    await asReader(PHONE, async ({ page }) => {
      const keptPages = () =>
        page.evaluate(async () => {
          const store = await caches.open("dateline-pages-1");
          return (await store.keys()).map(({ url }) => new URL(url).pathname);
        });
      await page.goto(at(STORY));
      await expect.poll(keptPages).toEqual([STORY]);
      await fill(page);
      await send(page).click();
      await page.waitForURL(at(RECEIVED));
      await page.getByRole("link", { name: "Front page" }).click();
      await expect.poll(keptPages).toEqual([STORY, "/"]);
    });
    // The worker has passed the form on as it was.
    expect(new URLSearchParams(sent[0]?.body).get("comment")).toBe("So did I.\r\nFrom the ferry.");
  });
});
