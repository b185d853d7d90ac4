import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as breath } from "node:timers/promises";
import type { Finding } from "./findings.ts";
import type { SamplePage } from "./sample.ts";

/** What is wrong with the HTML and the XML of some pages that lie in a folder. */
export async function lookClosely(pages: readonly SamplePage[], folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { kind, ...place } of pages) {
    const text = await readFile(join(folder, place.page), "utf8");
    const errors = await errorsIn(text, kind, place.page);
    findings.push(...errors.map((about): Finding => ({ ...place, rule: "invalid", about })));
    // Others in this thread have a turn, such as those that talk to Pagefind.
    await breath();
  }
  return findings;
}

/** What is wrong with pages that this process has looked at, by their bytes: it may build a site again and again. */
const seen = new Map<string, readonly string[]>();

async function errorsIn(text: string, kind: SamplePage["kind"], name: string): Promise<readonly string[]> {
  const bytes = `${kind} ${hash("sha256", text)}`;
  const known = seen.get(bytes);
  if (known) return known;
  const errors = kind === "html" ? await htmlErrorsIn(text, name) : await xmlErrorsIn(text);
  seen.set(bytes, errors);
  return errors;
}

/** What the inspector has found already, on every page: ids given twice, and images without alt. */
const FOUND_BEFORE = ["no-dup-id", "wcag/h37"];

/** The rules take long to load: a build that prints no page of HTML does without. */
async function htmlErrorsIn(html: string, name: string): Promise<string[]> {
  const { htmlErrors } = await import("./html-rules.ts");
  return htmlErrors(html, name, FOUND_BEFORE);
}

async function xmlErrorsIn(xml: string): Promise<string[]> {
  const { XMLValidator } = await import("fast-xml-parser");
  const result = XMLValidator.validate(xml);
  if (result === true) return [];
  return [result.err.msg.replace(/\.$/, "")];
}
