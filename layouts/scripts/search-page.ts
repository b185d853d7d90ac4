import { type Cursor, type Found, find, loadIndex } from "./find.ts";
import { nameOptions, scopeOf } from "./form-filters.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { resultItem } from "./result-item.ts";
import { asksForSomething, isTypedEnough, queryOf, type SearchState, stateOf } from "./search-state.ts";
import { words } from "./site-words.ts";
import { statusOf } from "./status-words.ts";
import { suggestionFor, suggestionLine } from "./suggestion.ts";
import { tryAgain } from "./when-online.ts";

const form = part("search_", HTMLFormElement);
const input = part("query_", HTMLInputElement);
const status = part("status_", HTMLElement);
const suggestion = part("suggestion_", HTMLElement);
const results = part("results_", HTMLOListElement);
const start = part("start_", HTMLElement);
const more = part("more_", HTMLButtonElement);
const older = part("older_", HTMLButtonElement);
const retry = part("retry_", HTMLButtonElement);

/** Where the buttons go on. */
let next: Pick<Found, "next" | "older"> = {};
/** Counts searches, so that a slow answer never replaces a newer one. */
let newest = 0;

const showInTurn = oneAtATime(({ state, search }: { state: SearchState; search: number }) => show(state, search));

nameOptions();
form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  goTo(stateOfForm());
});
form.addEventListener("change", (event) => {
  if (event.target !== input) goTo(stateOfForm());
});
input.addEventListener("input", followTyping);
// The index takes several round trips; they start while the reader is still typing. A failure shows when searching.
input.addEventListener("focus", () => void loadIndex(partitions()).catch(() => undefined), { once: true });
more.addEventListener("click", () => void goOn(next.next));
older.addEventListener("click", () => void goOn(next.older?.cursor));
retry.addEventListener("click", () => void show(stateOfForm(), ++newest));
addEventListener(
  "online",
  tryAgain(
    () => !retry.hidden,
    () => show(stateOfForm(), ++newest),
  ),
);
addEventListener("popstate", followAddress);
followAddress();

function stateOfForm(): SearchState {
  return stateOf(new URLSearchParams([...new FormData(form)].map(([key, value]) => [key, String(value)])));
}

const partitions = () => scopeOf(stateOfForm().filters).partitions;

function goTo(state: SearchState): void {
  writeAddress(state, "push");
  void show(state, ++newest);
}

/** Each letter is a search, but not an address to go back to. */
function followTyping(): void {
  const state = stateOfForm();
  writeAddress(state, "replace");
  const search = ++newest;
  if (asksForSomething(state) && isTypedEnough(state)) {
    status.textContent = words.answers.searching;
    showInTurn({ state, search });
  } else showStart();
}

function writeAddress(state: SearchState, how: "push" | "replace"): void {
  const url = location.pathname + queryOf(state);
  if (url !== location.pathname + location.search)
    history[how === "push" ? "pushState" : "replaceState"](null, "", url);
}

/** On arrival, and when the reader goes back or forward. */
function followAddress(): void {
  const state = stateOf(new URLSearchParams(location.search));
  input.value = state.words;
  for (const select of form.querySelectorAll("select")) {
    const asked = select.name === "order" ? state.order : state.filters[select.name as keyof typeof state.filters];
    select.value = asked ?? "";
  }
  void show(state, ++newest);
}

async function show(state: SearchState, search: number): Promise<void> {
  if (search !== newest) return;
  if (!asksForSomething(state)) return showStart();
  start.hidden = true;
  status.textContent = words.answers.searching;
  await showMore(state, search);
}

/** What a reader sees who has not asked for anything yet. */
function showStart(): void {
  results.replaceChildren();
  suggestion.replaceChildren();
  offer({});
  status.textContent = "";
  retry.hidden = true;
  start.hidden = false;
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
  retry.hidden = found.missing.length === 0;
  status.textContent = statusOf(found, state.words);
  if (found.joining) return [...items, ...(await showMore(state, search, found.joining))];
  await suggest(state, found, search);
  return items;
}

async function suggest(state: SearchState, found: Found, search: number): Promise<void> {
  const meant = await suggestionFor(state.words, found.total);
  if (search !== newest) return;
  const follow = (event: Event) => {
    event.preventDefault();
    input.value = meant ?? "";
    goTo(stateOfForm());
    input.focus();
  };
  suggestion.replaceChildren(...(meant ? suggestionLine(meant, queryOf({ ...state, words: meant }), follow) : []));
}

async function goOn(from: Cursor | undefined): Promise<void> {
  const search = ++newest;
  const items = await showMore(stateOfForm(), search, from);
  if (search !== newest) return;
  // The button may be gone, and the reader's place with it; the first new story is where to go on.
  (items[0]?.querySelector("a") ?? status).focus();
}

async function tryToFind(state: SearchState, search: number, cursor?: Cursor): Promise<Found | undefined> {
  try {
    return await find({ ...state, ...scopeOf(state.filters) }, cursor);
  } catch (error) {
    console.warn(error);
    // A search that nobody waits for any more has nothing to say to the reader.
    if (search === newest) showFailure();
    return undefined;
  }
}

function showFailure(): void {
  suggestion.replaceChildren();
  status.textContent = navigator.onLine ? words.answers.failed : words.answers.offline;
  retry.hidden = false;
}

function offer(found: Pick<Found, "next" | "older">): void {
  next = found;
  more.hidden = !found.next;
  older.hidden = !found.older;
  if (found.older) older.textContent = words.answers.searchOlder(found.older.years);
}

/** A part of the page that the layout puts there. */
function part<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The search page has no #${id}`);
  return found;
}
