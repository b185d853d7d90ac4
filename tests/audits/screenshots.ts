import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { samplesOfBoth } from "../browser/sorts-of-page.ts";
import { withOpenSites } from "./open-sites.ts";

const FOLDER = "screenshots";
const WIDTHS = { phone: 360, tablet: 768, desktop: 1280 };
const SCHEMES = ["light", "dark"] as const;

/** Takes the whole of every sort of page at three widths, light and dark, into `screenshots/`. */
await withOpenSites(async ({ sites, browser }) => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  const page = await browser.newPage();
  for (const { url } of samplesOfBoth(sites.own, sites.fixture)) {
    await page.goto(url);
    const site = url.startsWith(sites.own.url) ? "own" : "fixture";
    const name = new URL(url).pathname.replace(/\.html$|^\/|\/$/g, "").replaceAll("/", "-") || "front";
    for (const [device, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 900 });
      // What is loaded late, because it stands far down.
      await page.evaluate(() =>
        Promise.all(
          [...document.images].map((image) => {
            image.loading = "eager";
            return image.decode();
          }),
        ),
      );
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(FOLDER, `${site}-${name}-${device}-${colorScheme}.png`), fullPage: true });
      }
    }
  }
});
