import { type Cursor, type Found, find, loadIndex } from "./find.ts";
import { nameOptions } from "./form-filters.ts";
import { resultItem } from "./result-item.ts";
import { asksForSomething, queryOf, type SearchState, stateOf } from "./search-state.ts";
import { statusOf } from "./status-words.ts";

const form = part("search_", HTMLFormElement);
const input = part("query_", HTMLInputElement);
const status = part("status_", HTMLElement);
const results = part("results_", HTMLOListElement);
const more = part("more_", HTMLButtonElement);
const older = part("older_", HTMLButtonElement);

/** Where the buttons go on. */
let next: Pick<Found, "next" | "older"> = {};
/** Counts searches, so that a slow answer never replaces a newer one. */
let newest = 0;

nameOptions();
form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  goTo(stateOfForm(), "push");
});
form.addEventListener("change", (event) => {
  if (event.target !== input) goTo(stateOfForm(), "push");
});
input.addEventListener("input", () => goTo(stateOfForm(), "replace"));
// The index takes several round trips; they start while the reader is still typing. A failure shows when searching.
input.addEventListener("focus", () => void loadIndex(stateOfForm().filters).catch(() => undefined), { once: true });
more.addEventListener("click", () => void goOn(next.next));
older.addEventListener("click", () => void goOn(next.older?.cursor));
addEventListener("popstate", followAddress);
followAddress();

function stateOfForm(): SearchState {
  return stateOf(new URLSearchParams([...new FormData(form)].map(([key, value]) => [key, String(value)])));
}

function goTo(state: SearchState, how: "push" | "replace"): void {
  const url = location.pathname + queryOf(state);
  if (url !== location.pathname + location.search)
    history[how === "push" ? "pushState" : "replaceState"](null, "", url);
  void show(state);
}

/** On arrival, and when the reader goes back or forward. */
function followAddress(): void {
  const state = stateOf(new URLSearchParams(location.search));
  input.value = state.words;
  for (const select of form.querySelectorAll("select")) {
    const asked = select.name === "order" ? state.order : state.filters[select.name as keyof typeof state.filters];
    select.value = asked ?? "";
  }
  void show(state);
}

async function show(state: SearchState): Promise<void> {
  const search = ++newest;
  if (asksForSomething(state)) {
    status.textContent = "Searching…";
    await showMore(state, search);
  } else {
    results.replaceChildren();
    offer({});
    status.textContent = "";
  }
}

/**
 * The first stories of a search replace those of the last one; later ones go below, and nothing that is shown moves.
 * Goes on until no partition has to be waited for.
 */
async function showMore(state: SearchState, search: number, from?: Cursor): Promise<readonly HTMLLIElement[]> {
  const found = await tryToFind(state, search, from);
  if (!found || search !== newest) return [];
  const items = found.stories.map(resultItem);
  if (!from) results.replaceChildren();
  results.append(...items);
  offer(found);
  status.textContent = statusOf(found, state.words);
  return found.joining ? [...items, ...(await showMore(state, search, found.joining))] : items;
}

async function goOn(from: Cursor | undefined): Promise<void> {
  const search = ++newest;
  const items = await showMore(stateOfForm(), search, from);
  if (search !== newest) return;
  // The button may be gone, and the reader's place with it; the first new story is where to go on.
  (items[0]?.querySelector("a") ?? status).focus();
}

async function tryToFind(
  { words, filters, order }: SearchState,
  search: number,
  cursor?: Cursor,
): Promise<Found | undefined> {
  try {
    return await find(words, filters, order, cursor);
  } catch (error) {
    // A search that nobody waits for any more has nothing to say to the reader.
    if (search === newest) status.textContent = "The search could not be loaded. Check the connection and try again.";
    console.warn(error);
    return undefined;
  }
}

function offer(found: Pick<Found, "next" | "older">): void {
  next = found;
  more.hidden = !found.next;
  older.hidden = !found.older;
  if (found.older) older.textContent = `Search older stories too (${found.older.years})`;
}

/** A part of the page that the layout puts there. */
function part<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The search page has no #${id}`);
  return found;
}
