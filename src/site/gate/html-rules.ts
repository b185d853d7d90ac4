import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";

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

/**
 * What is wrong with a page of HTML, in words, by the HTML standard and our rules, each once. `name` is its file; rules in
 * `apart` are somebody else's to look at.
 */
export function htmlErrors(html: string, name: string, apart: readonly string[] = []): string[] {
  const { results } = validator.validateStringSync(html, name);
  const messages = results.flatMap((result) => result.messages).filter(({ ruleId }) => !apart.includes(ruleId));
  return [...new Set(messages.map(({ ruleId, message }) => `${message} (${ruleId})`))];
}
