import { hash } from "node:crypto";
import type { Page } from "../pages/page.ts";
import { codeOf } from "./code.ts";

/** Names all that a page's bytes depend on: what it shows, and the code that shows it. */
export function keyOf(page: Page): string {
  const code = codeOf(new URL("../pages/render.ts", import.meta.url));
  return hash("sha256", `${code}${page.layout}${JSON.stringify(page.props)}`, "base64url");
}
