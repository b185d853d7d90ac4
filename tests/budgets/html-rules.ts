import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";
import type { SitePath } from "../../src/model/urls.ts";
import { outputFile } from "../../src/model/urls.ts";

const CONFIG: ConfigData = {
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // The standard allows both; the renderer writes <!doctype html> and <img/>.
    "doctype-style": "off",
    "void-style": "off",
    // Every file comes from the site itself, and what could change it could change the attribute.
    "require-sri": "off",
    // How long a headline may be is for the editor to say; search engines shorten it themselves.
    "long-title": "off",
    // Years begin headings, and HTML lets an id begin with a digit.
    "valid-id": ["error", { relaxed: true }],
  },
};

const validator = new HtmlValidate(new StaticConfigLoader(CONFIG));

/** What is wrong with the HTML of a page below an output folder, a line for each thing, by the HTML standard and our rules. */
export function htmlErrors(folder: string, url: SitePath): string[] {
  const html = readFileSync(join(folder, outputFile(url)), "utf8");
  const { results } = validator.validateStringSync(html, outputFile(url));
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${url}:${line}:${column} ${message} (${ruleId})`),
  );
}
