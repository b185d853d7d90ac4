import { SEARCH } from "../../src/model/urls.ts";
import styles from "../styles/search-dialog.css" with { type: "text" };
import { element } from "./element.ts";
import { words } from "./site-words.ts";

/** The dialog and what is in it, put into the page, closed. Its form leads to the search page. */
export function dialogParts() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);

  const input = element(
    "input",
    {
      id: "find_",
      name: "q",
      type: "text",
      inputmode: "search",
      enterkeyhint: "search",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": "options_",
      "aria-expanded": "false",
    },
    [],
  );
  const list = element("div", { id: "options_", role: "listbox", "aria-label": words.answers.results, hidden: "" }, []);
  const status = element("p", { class: "status", role: "status" }, []);
  const all = element("a", { class: "all", href: SEARCH, hidden: "" }, [words.answers.allResults]);
  const close = element("button", { type: "button", class: "close", "aria-label": words.answers.close }, ["×"]);
  const retry = element("button", { type: "button", class: "retry", hidden: "" }, [words.searchPage.tryAgain]);
  const field = element("div", { class: "field" }, [input, close]);
  const label = element("label", { for: "find_" }, [words.searchPage.searchFor]);
  const form = element("form", { action: SEARCH, role: "search" }, [label, field]);
  const foot = element("p", { class: "foot" }, [retry, all]);
  const dialog = element("dialog", { class: "search-dialog", "aria-label": words.search }, [
    element("div", { class: "box" }, [form, status, list, foot]),
  ]);
  document.body.append(dialog);
  return { dialog, form, input, list, status, all, close, retry };
}
