import { COMMENT_FIELDS } from "../../src/model/comment-form.ts";
import { checkFields } from "./comment-check.ts";
import { countCharacters } from "./comment-count.ts";
import { forgetSent, keepDraft } from "./comment-draft.ts";
import { holdBackSecond } from "./comment-sending.ts";
import { words } from "./site-comment-words.ts";

// Makes the form under a story better than it is without: the browser sends it, with or without this. The page that is
// shown when it was sent loads this too, and leads back to the story.

/** The links under replies choose in the form what is answered. */
function answerByLinks(form: HTMLFormElement, say: (text: string) => void): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-reply-to]") : null;
    const choice = form.elements.namedItem(COMMENT_FIELDS.replyTo);
    const text = form.elements.namedItem(COMMENT_FIELDS.text);
    if (!link || !(choice instanceof HTMLSelectElement) || !(text instanceof HTMLElement)) return;
    choice.value = link.dataset["replyTo"] ?? "";
    choice.dispatchEvent(new Event("input", { bubbles: true }));
    event.preventDefault();
    text.focus();
    say(`${choice.labels[0]?.firstChild?.textContent} ${choice.selectedOptions[0]?.text}`);
  });
}

function improve(form: HTMLFormElement): void {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  form.append(status);
  const show = (text: string) => {
    status.className = "";
    status.textContent = text;
  };
  /** To who listens; who looks sees it elsewhere. */
  const say = (text: string) => {
    status.className = "heard";
    status.textContent = text;
  };
  say("");
  const draft = keepDraft(form);
  const isFirst = holdBackSecond(form);
  const isInOrder = checkFields(form);
  countCharacters(form, say);
  answerByLinks(form, say);
  form.addEventListener("submit", (event) => {
    if (!isInOrder()) return event.preventDefault();
    show(words.sending);
    if (isFirst(event.timeStamp)) draft.isSent();
    else event.preventDefault();
  });
  // Going back, a browser may show the page as it was left.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) say("");
  });
}

function leadBack(): void {
  const story = forgetSent();
  const back = document.querySelector<HTMLElement>("[data-back]");
  const link = back?.querySelector("a");
  if (!story || !back || !link) return;
  link.href = `${story}#comments_`;
  back.hidden = false;
}

const form = document.querySelector<HTMLFormElement>("#reply_");
if (form) improve(form);
else leadBack();
