import { readPage } from "./read-page.ts";

/**
 * Puts the story's posts as they are now in the place of those that are shown, with what has been corrected or taken
 * away, and leads the reader to the newest. A page that is no live story any more is opened anew. Resolves with whether
 * more posts are to come.
 */
export async function takeNewPosts(offer: HTMLElement, button: HTMLButtonElement): Promise<boolean> {
  button.disabled = true;
  const response = await fetch(location.pathname, { cache: "no-cache" }).catch(() => undefined);
  const text = response?.ok ? await response.text().catch(() => undefined) : undefined;
  if (text === undefined) {
    // Without an answer the offer stands.
    button.disabled = false;
    button.focus();
    return true;
  }
  const page = readPage(text);
  const [shown, fresh] = [document, page].map((from) => from.querySelector(".live"));
  const first = fresh?.querySelector<HTMLElement>(".post");
  if (!shown || !fresh || !first) {
    location.assign(location.pathname);
    return true;
  }
  const itsOffer = fresh.querySelector("[data-updates]");
  itsOffer?.remove();
  offer.replaceChildren();
  shown.replaceChildren(...fresh.childNodes, offer);
  takeTime(page);
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView();
  return itsOffer !== null;
}

/** "Updated …", which a story of one post may not have had. */
function takeTime(page: Document): void {
  const fresh = page.querySelector(".updated");
  if (!fresh) return;
  const shown = document.querySelector(".updated");
  if (shown) shown.replaceWith(fresh);
  else document.querySelector(".dateline")?.after(fresh);
}
