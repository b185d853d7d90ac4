import { COMMENT_FIELDS } from "../../src/model/comment-form.ts";

// What a reader has written is kept in the browser until it was received: a line that breaks costs no word. Never the
// e-mail address: others may use the same browser.

const KEPT = [COMMENT_FIELDS.name, COMMENT_FIELDS.text, COMMENT_FIELDS.replyTo];

/** In the tab's own storage: the path of the story to which a reply is under way. */
const SENT = "comment-sent";
const keyOf = (story: string) => `comment-draft ${story}`;

/** Does what it can with the browser's storage; undefined where a reader blocks it, or it is full (HTML, 12.2.3). */
function tried<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Fills in what was kept for the story, and keeps what is written from now on. */
export function keepDraft(form: HTMLFormElement): { readonly isSent: () => void } {
  const valuesNow = () => {
    const values = new FormData(form);
    return (name: string) => String(values.get(name));
  };
  const story = valuesNow()(COMMENT_FIELDS.story);
  const key = keyOf(story);
  fillIn(
    form,
    tried(() => JSON.parse(localStorage.getItem(key) ?? "[]")),
  );
  form.addEventListener("input", () => {
    const kept = KEPT.map(valuesNow());
    tried(() => (kept.some(Boolean) ? localStorage.setItem(key, JSON.stringify(kept)) : localStorage.removeItem(key)));
  });
  // Whoever is here again has not seen that it was received.
  addEventListener("pageshow", () => tried(() => sessionStorage.removeItem(SENT)));
  return { isSent: () => tried(() => sessionStorage.setItem(SENT, story)) };
}

function fillIn(form: HTMLFormElement, kept: unknown): void {
  for (const [index, name] of KEPT.entries()) {
    const field = form.elements.namedItem(name);
    const value: unknown = Array.isArray(kept) ? kept[index] : undefined;
    if (!isForReaders(field) || typeof value !== "string") continue;
    // The browser may have filled it in itself.
    field.value ||= value;
    // What was answered may have gone since.
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
  }
}

type Field = HTMLTextAreaElement | HTMLSelectElement | HTMLInputElement;

const isForReaders = (field: unknown): field is Field =>
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement ||
  (field instanceof HTMLInputElement && field.type !== "hidden");

/** Forgets the draft that this tab has sent. Returns the path of its story; undefined when it has sent none. */
export function forgetSent(): string | undefined {
  const story = tried(() => sessionStorage.getItem(SENT)) ?? undefined;
  tried(() => {
    sessionStorage.removeItem(SENT);
    if (story !== undefined) localStorage.removeItem(keyOf(story));
  });
  return story;
}
