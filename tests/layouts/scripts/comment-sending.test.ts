import { afterEach, expect, test, vi } from "vitest";
import { holdBackSecond } from "../../../layouts/scripts/comment-sending.ts";

afterEach(() => vi.unstubAllGlobals());

/** A form that is sent at these times, in milliseconds, and what happens to it and to its page in between. */
function opened() {
  const [form, page] = [new EventTarget(), new EventTarget()];
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  // The form is only listened to.
  return { form, page, isFirst: holdBackSecond(form as HTMLFormElement) };
}

test("of two sendings at once the second is held back, and one later than anybody waits is not", () => {
  const { isFirst } = opened();
  expect([500, 600, 15_499, 15_500, 15_600].map(isFirst)).toEqual([true, false, false, true, false]);
});

test("what was changed, or shown again by going back, may be sent at once", () => {
  const { form, page, isFirst } = opened();
  expect([isFirst(500), isFirst(600)]).toEqual([true, false]);
  form.dispatchEvent(new Event("input"));
  expect([isFirst(700), isFirst(800)]).toEqual([true, false]);
  page.dispatchEvent(new Event("pageshow"));
  expect([isFirst(900), isFirst(950)]).toEqual([true, false]);
});
