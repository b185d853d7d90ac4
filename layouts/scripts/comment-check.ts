import { COMMENT_FIELDS, MOST_CHARACTERS } from "../../src/model/comment-form.ts";
import { words } from "./site-comment-words.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What is wrong in a field; empty when nothing is. */
function faultIn({ name, value, validity }: Field): string {
  const tooMany = value.length - MOST_CHARACTERS.text;
  if (name === COMMENT_FIELDS.text && tooMany > 0) return words.tooLong(tooMany);
  if (name === COMMENT_FIELDS.email && !validity.valid) return words.wrongEmail;
  const missing = words.missing[name as keyof typeof words.missing];
  return missing && (validity.valueMissing || value.trim() === "") ? missing : "";
}

/**
 * Says by each field what is wrong with it, in place of the browser's bubbles, and takes that back once it is mended.
 * Returns what looks at all fields, leads to the first that is wrong, and says whether none is. A field that is left is
 * not looked at before: what would be said of it moved the button from under the finger that is about to press it.
 */
export function checkFields(form: HTMLFormElement): () => boolean {
  form.noValidate = true;
  form.addEventListener("input", ({ target }) => {
    if (isField(target) && (isMarked(target) || target.value.length > MOST_CHARACTERS.text)) check(target);
  });
  return () => {
    const wrong = [...form.elements].filter(isField).filter((field) => !check(field));
    wrong[0]?.focus();
    return wrong.length === 0;
  };
}

function check(field: Field): boolean {
  const fault = faultIn(field);
  if (!fault && !isMarked(field)) return true;
  const note = document.getElementById(noteOf(field)) ?? addNote(field);
  note.textContent = fault;
  if (fault) field.setAttribute(MARK, "true");
  else field.removeAttribute(MARK);
  return !fault;
}

const MARK = "aria-invalid";
const isMarked = (field: Field) => field.hasAttribute(MARK);
const noteOf = ({ name }: Field) => `${name}_wrong_`;

function addNote(field: Field): HTMLElement {
  const note = document.createElement("p");
  note.className = "wrong";
  note.id = noteOf(field);
  (field.closest("label") ?? field).after(note);
  field.setAttribute("aria-describedby", `${note.id} ${field.getAttribute("aria-describedby") ?? ""}`);
  return note;
}

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
