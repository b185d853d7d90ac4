import { brokenRules } from "../browser/checks.ts";
import { samplesOfBoth } from "../browser/sorts-of-page.ts";
import type { OpenSites } from "./open-sites.ts";

const WIDTHS = [360, 1280];
const COLOUR_SCHEMES = ["light", "dark"] as const;

/** What breaks a rule of axe, all of them, on any sort of page of both newspapers, in light or in dark: a line for each. */
export async function axeFindings({ sites, browser }: OpenSites): Promise<string[]> {
  const page = await browser.newPage();
  const findings: string[] = [];
  for (const { sort, url } of samplesOfBoth(sites.own, sites.fixture)) {
    await page.goto(url, { waitUntil: "load" });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of COLOUR_SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const broken = await brokenRules(page);
        findings.push(...broken.map((rule) => `${sort}, ${width} px, ${colorScheme}: ${rule}`));
      }
    }
  }
  await page.close();
  return findings;
}
