import { element } from "./element.ts";

// Shows what a card stands for in a frame, when its reader asks for it: until then nothing of another host is asked for,
// and nothing is remembered afterwards. A live story's posts are exchanged while it is open, and their cards with them.

/** A frame reaches nothing of ours, and cannot lead the reader away. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";
const ALLOWED = "encrypted-media; fullscreen; picture-in-picture";

function show(card: HTMLElement): void {
  const { frame: src = "", title = "", referrer: referrerpolicy = "" } = card.dataset;
  const frame = element("iframe", { title, sandbox: SANDBOX, allow: ALLOWED, referrerpolicy, height: "480", src }, []);
  frame.onload = () => {
    // The page that has come is in a process of its own, where the focus goes only when it is told to.
    if (document.activeElement === frame) frame.contentWindow?.focus();
    // Mastodon says how high a post is when it is asked.
    frame.contentWindow?.postMessage({ type: "setHeight", id: 0 }, "*");
  };
  card.querySelector("p")?.replaceWith(frame);
  // The frame stands where the button was, so nothing need move.
  frame.focus({ preventScroll: true });
}

function offer(): void {
  for (const asking of document.querySelectorAll<HTMLElement>(".embed > p")) asking.hidden = false;
}

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest(".embed button") : undefined;
  const card = button?.closest<HTMLElement>(".embed");
  if (card) show(card);
});

// A post is as high as its frame says: Bluesky and Mastodon in an object, X in an object's list, Instagram in JSON.
addEventListener("message", ({ source, data }) => {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(".embed-post iframe")) {
    if (frame.contentWindow !== source) continue;
    const [, height] = /"height":(\d+)/.exec(typeof data === "string" ? data : JSON.stringify(data)) ?? [];
    if (height !== undefined) frame.height = height;
  }
});

offer();
const posts = document.querySelector(".live");
if (posts) new MutationObserver(offer).observe(posts, { childList: true });
