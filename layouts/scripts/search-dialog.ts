import { SEARCH, SEARCH_PARTITIONS } from "../../src/model/urls.ts";
import type { SearchPartitionsProps } from "../search-lists.ts";
import { dialogParts } from "./dialog-parts.ts";
import { type Found, find, loadIndex } from "./find.ts";
import { Listbox } from "./listbox.ts";
import { loadList } from "./load-list.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { storyOptions, suggestionOption } from "./result-options.ts";
import { isTypedEnough, queryOf, type SearchState } from "./search-state.ts";
import { words } from "./site-words.ts";
import { statusOf } from "./status-words.ts";
import { suggestionFor } from "./suggestion.ts";
import { tryAgain } from "./when-online.ts";

/** Stories in the dialog: what fits below the field without scrolling far. */
const HANDFUL = 6;

const { dialog, form, input, list, status, all, close, retry } = dialogParts();
const listbox = new Listbox(input, list);
/** Counts searches, so that a slow answer never replaces a newer one. */
let newest = 0;
let opener: Element | null = null;
const showInTurn = oneAtATime(show);

form.addEventListener("submit", (event) => {
  if (listbox.follow()) event.preventDefault();
});
input.addEventListener("input", ask);
retry.addEventListener("click", () => {
  ask();
  input.focus();
});
close.addEventListener("click", () => dialog.close());
// A story may be the one that the dialog lies over. In another tab it leaves this page as it is.
list.addEventListener("click", ({ target, ctrlKey, metaKey, shiftKey }) => {
  if (!ctrlKey && !metaKey && !shiftKey && target instanceof Element && target.closest("a")) dialog.close();
});
// A click beside the box is one on the dialog itself.
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
dialog.addEventListener("close", () => opener instanceof HTMLElement && opener.focus());
addEventListener(
  "online",
  tryAgain(() => dialog.open && !retry.hidden, ask),
);

/** Opens the dialog over the page; when it is closed, the focus goes back to where it was. */
export function openSearch(): void {
  if (!dialog.open) {
    opener = document.activeElement;
    dialog.showModal();
    ask();
  }
  input.focus();
  input.select();
}

const stateOfField = (): SearchState => ({ words: input.value.trim(), filters: {}, order: "relevance" });

function ask(): void {
  const typed = stateOfField();
  all.hidden = typed.words === "";
  all.href = SEARCH + queryOf(typed);
  listbox.forget();
  // Nothing has failed until this does.
  retry.hidden = true;
  const state = isTypedEnough(typed) ? typed : { ...typed, words: "" };
  status.textContent = state.words === "" ? words.searchPage.newestStories : words.answers.searching;
  showInTurn({ ...state, search: ++newest });
}

/** Without words, the newest stories. */
async function show({ search, ...state }: SearchState & { readonly search: number }): Promise<void> {
  if (search !== newest) return;
  try {
    const { partitions } = await loadList<SearchPartitionsProps>(SEARCH_PARTITIONS);
    // Loads while the reader types; a failure shows when there are words.
    void loadIndex(partitions).catch(() => undefined);
    const found = await find({ ...state, order: "recent", partitions, page: HANDFUL });
    const suggestion = await suggestionFor(state.words, found.total);
    if (search === newest) showFound(state.words, found, suggestion);
  } catch (error) {
    console.warn(error);
    if (search === newest) showFailure();
  }
}

function showFound(query: string, found: Found, suggestion: string | undefined): void {
  const takeSuggestion = () => {
    input.value = suggestion ?? "";
    ask();
  };
  listbox.fill([
    ...(suggestion ? [suggestionOption(suggestion, takeSuggestion)] : []),
    ...found.stories.flatMap(storyOptions),
  ]);
  retry.hidden = found.missing.length === 0;
  status.textContent = query === "" ? words.searchPage.newestStories : statusOf(found, query);
}

function showFailure(): void {
  listbox.fill([]);
  retry.hidden = false;
  status.textContent = navigator.onLine ? words.answers.failed : words.answers.offline;
}
