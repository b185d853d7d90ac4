import { expect, test } from "vitest";
import { asReader, PHONE } from "./reader.ts";

test("a browser finds nothing wrong with the manifest, and takes the site for an app with it", async () => {
  await asReader(PHONE, async ({ page, open }) => {
    await open("/2020/04/nanshan-huawei/");
    const browser = await page.context().newCDPSession(page);
    const { url, errors } = await browser.send("Page.getAppManifest");
    expect(new URL(url).pathname).toBe("/manifest.webmanifest");
    expect(errors).toEqual([]);
    const { installabilityErrors } = await browser.send("Page.getInstallabilityErrors");
    // Each test has a browser without a memory, where nothing is installed.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(["in-incognito"]);
  });
});
