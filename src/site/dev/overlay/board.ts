import { DESK } from "../../../model/urls.ts";
import { printProblem } from "../../../problems.ts";
import { NOTHING_WRONG, type Told } from "../told.ts";
import { element } from "./element.ts";
import styles from "./overlay.css";
import { problemItem } from "./problem-item.ts";

/** Remembers what the writer has closed, so that it stays closed on the next page. */
const CLOSED = "dateline-problems-closed";

/**
 * What the dev server says over a page: a badge in the corner, and the problems. Errors open by themselves, warnings when
 * somebody asks. It lives in a shadow tree, where the page's styles do not reach.
 */
export class Board {
  readonly #root: ShadowRoot;
  readonly #dialog = element("dialog", { "aria-labelledby": "heading", "aria-describedby": "advice" });
  readonly #count = element("button", { type: "button", class: "count" });
  readonly #status = element("span", { role: "status", class: "heard" });
  #told: Told = NOTHING_WRONG;

  constructor() {
    const host = element("dateline-board", { lang: "en", dir: "ltr" });
    this.#root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [sheet];
    const desk = element("a", { href: DESK }, ["Desk"]);
    if (location.pathname === DESK) desk.setAttribute("aria-current", "page");
    this.#count.hidden = true;
    this.#root.append(
      element("nav", { "aria-label": "Dev server", class: "badge" }, [desk, this.#count, this.#status]),
      this.#dialog,
    );
    this.#count.addEventListener("click", () => this.#open());
    // Escape closes it too, and so does a click beside it.
    this.#dialog.addEventListener("close", () => sessionStorage.setItem(CLOSED, JSON.stringify(this.#told)));
    this.#dialog.addEventListener("click", ({ target }) => target === this.#dialog && this.#dialog.close());
    document.body.append(host);
  }

  /** Shows what is wrong now, in place of what was. */
  show(told: Told): void {
    this.#told = told;
    const { errors, warnings } = told;
    const words = countOf(told);
    this.#count.hidden = errors + warnings === 0;
    this.#count.className = errors > 0 ? "count errors" : "count";
    this.#count.textContent = words;
    this.#status.textContent = words;
    this.#dialog.setAttribute("role", errors > 0 ? "alertdialog" : "dialog");
    this.#dialog.replaceChildren(...this.#contents(told));
    if (errors + warnings === 0) this.#dialog.close();
    else if (errors > 0 && !this.#isClosed(told)) this.#open();
  }

  /** By the writer; the desk has the problems in its page. */
  #isClosed(told: Told): boolean {
    return location.pathname === DESK || sessionStorage.getItem(CLOSED) === JSON.stringify(told);
  }

  #open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  #contents(told: Told): Node[] {
    const { errors, warnings, problems } = told;
    const close = element("button", { type: "button", class: "close" }, ["Close"]);
    close.autofocus = true;
    close.addEventListener("click", () => this.#dialog.close());
    const copy = element("button", { type: "button" }, ["Copy"]);
    copy.addEventListener("click", () => {
      navigator.clipboard.writeText(problems.map(printProblem).join("\n")).then(
        () => copy.replaceChildren("Copied"),
        () => copy.replaceChildren("Could not copy"),
      );
    });
    const left = errors + warnings - problems.length;
    return [
      element("div", { class: "bar" }, [
        element("h2", { id: "heading" }, [countOf(told)]),
        element("div", { class: "actions" }, [copy, close]),
        element("p", { id: "advice" }, [errors > 0 ? OVER_LAST_PAGE : ONLY_WARNINGS]),
      ]),
      element("ol", { class: "problems" }, problems.map(problemItem)),
      ...(left > 0 ? [element("p", {}, [`And ${left} more: "npm run check" prints all of them.`])] : []),
    ];
  }
}

const OVER_LAST_PAGE = "You see the last good page. This goes away when the files are saved without these mistakes.";
const ONLY_WARNINGS = "Nothing here stops a build.";

/** "2 errors, 1 warning". */
function countOf({ errors, warnings }: Told): string {
  const counted = (count: number, word: string) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`]);
  return [...counted(errors, "error"), ...counted(warnings, "warning")].join(", ");
}
