import { RELOAD } from "../paths.ts";
import type { Told } from "../told.ts";
import { Board } from "./board.ts";

/** Remembers for which edition a page was loaded again, so that one which never comes is not asked for for ever. */
const RELOADED_FOR = "dateline-reloaded-for";

// A script that is no module knows its own element.
const shown = document.currentScript?.dataset["edition"];
const board = new Board();
let events: EventSource | undefined;

/** A browser has few connections to one server: pages that nobody sees keep none, and catch up when they are seen. */
function listen(): void {
  events?.close();
  events = undefined;
  if (document.visibilityState === "hidden") return;
  events = new EventSource(`${RELOAD}?page=${encodeURIComponent(location.pathname)}`);
  events.addEventListener("edition", ({ data }) => {
    if (data === shown || sessionStorage.getItem(RELOADED_FOR) === data) return;
    sessionStorage.setItem(RELOADED_FOR, data);
    location.reload();
  });
  events.addEventListener("reload", () => location.reload());
  // Sent by our own server.
  events.addEventListener("problems", ({ data }) => board.show(JSON.parse(data) as Told));
}

document.addEventListener("visibilitychange", listen);
// From the cache of the last pages, a page comes back as it was left.
addEventListener("pageshow", ({ persisted }) => persisted && listen());
listen();
