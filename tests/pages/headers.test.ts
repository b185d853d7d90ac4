import { expect, test } from "vitest";
import { ASSETS, newsroomOf, print } from "./newspaper.ts";

const policyOf = (text: string) => /^ {2}Content-Security-Policy: (.*)$/m.exec(text)?.[1] ?? "";

test("the headers let pages load from the site itself only, and run nothing in them but what the build has put there", async () => {
  const text = print(await newsroomOf("tiny")).text("/_headers");
  expect(text).toMatch(/^\/\*\n {2}/);
  const policy = policyOf(text);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  for (const hash of [ASSETS.early, ASSETS.speculation, ...Object.values(ASSETS.sheets)])
    expect(policy).toContain(`'${hash}'`);
});
