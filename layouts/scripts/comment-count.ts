import { COMMENT_FIELDS, MOST_CHARACTERS } from "../../src/model/comment-form.ts";
import { words } from "./site-comment-words.ts";

/** Characters that are left when it is first said how many, and the steps in which it is said aloud from then on. */
const NEAR = 300;
const STEP = 100;

/** Shows by the reply how much more may be written, when that is not much. What is too much is a fault of its field. */
export function countCharacters(form: HTMLFormElement, say: (text: string) => void): void {
  const text = form.elements.namedItem(COMMENT_FIELDS.text);
  if (!(text instanceof HTMLTextAreaElement)) return;
  // With it, a browser cuts off what is pasted, and says nothing.
  text.removeAttribute("maxlength");
  const shown = document.createElement("small");
  // Who listens is told in steps, not at each letter.
  shown.setAttribute("aria-hidden", "true");
  text.after(shown);
  let last = NEAR + 1;
  const count = () => {
    const left = MOST_CHARACTERS.text - text.value.length;
    shown.textContent = left >= 0 && left <= NEAR ? words.left(left) : "";
    const step = Math.ceil(Math.max(left, -1) / STEP);
    if (step < last && left <= NEAR) say(left < 0 ? words.tooLong(-left) : words.left(left));
    last = step;
  };
  text.addEventListener("input", count);
  count();
}
