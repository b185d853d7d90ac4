import type { LivePostsProps } from "../live-posts.ts";
import type { NewPostsWords } from "../parts/NewPosts.tsx";
import { plural } from "../words/plural.ts";
import { element } from "./element.ts";
import { newAbove, paceOf } from "./live-pace.ts";
import { takeNewPosts } from "./live-take.ts";

// Offers new posts to a reader who has a live story open. Until the reader takes them, nothing on the page changes
// place. A look asks the host only whether a small file is still what it was, and none is taken at a page that nobody
// sees, or without a network.

function watch(offer: HTMLElement): void {
  const { updates: address = "", words: said = "" } = offer.dataset;
  const words: NewPostsWords = JSON.parse(said);
  let failures = 0;
  let isDue = false;

  const wait = () => {
    const due = () => {
      isDue = true;
      lookIfSeen();
    };
    setTimeout(due, paceOf(failures, savesData()));
  };
  /** Also when the reader comes back: at once, if a look has become due meanwhile. */
  const lookIfSeen = async () => {
    if (!isDue || document.hidden || !navigator.onLine) return;
    isDue = false;
    const answer = await ask(address);
    failures = answer ? 0 : failures + 1;
    if (answer === "gone") return;
    const count = answer && newAbove(answer.posts, shownPosts());
    if (count !== undefined) show(offer, count, words);
    if (answer?.live !== false) wait();
    else if (count === 0) sayThatItIsOver(words);
  };

  document.addEventListener("visibilitychange", lookIfSeen);
  window.addEventListener("online", lookIfSeen);
  wait();
}

/** Undefined where there is no network, or a host in trouble; then looks become rarer. */
async function ask(address: string): Promise<LivePostsProps | "gone" | undefined> {
  const response = await fetch(address, { cache: "no-cache" }).catch(() => undefined);
  if (response?.status === 404 || response?.status === 410) return "gone";
  // A hotel's network answers with a page of its own.
  return response?.ok ? response.json().catch(() => undefined) : undefined;
}

const savesData = (): boolean =>
  // Not all browsers say so (Save Data API), and TypeScript knows none that do.
  (navigator as { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

const shownPosts = (): ReadonlySet<string> => new Set([...document.querySelectorAll(".post > h2")].map(({ id }) => id));

/** The element is heard when its words change. */
function show(offer: HTMLElement, count: number, words: NewPostsWords): void {
  const label = plural(words.newPosts.language, count, words.newPosts.forms);
  const button = offer.querySelector("button");
  if (count === 0) button?.remove();
  else if (!button) {
    const made = element("button", { type: "button" }, [label]);
    made.onclick = () => takeNewPosts(offer, made).then((isOn) => isOn || sayThatItIsOver(words));
    offer.append(made);
  } else if (button.textContent !== label) button.textContent = label;
}

function sayThatItIsOver({ live, ended }: NewPostsWords): void {
  const mark = document.querySelector(".story-head .mark");
  if (mark?.textContent === live) mark.textContent = ended;
}

const offer = document.querySelector<HTMLElement>("[data-updates]");
if (offer) watch(offer);
