/**
 * Lets a reader open the search with `/` and with Ctrl-K or ⌘-K from any page. On the search page both lead to its
 * field; elsewhere the dialog is loaded when it is wanted, and where it can't be, the search page is opened.
 */
export function openSearchByKeys(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[href="/search/"]');
  link?.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || !opensSearch(event)) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>("#query_");
    if (field) {
      field.focus();
      field.select();
      return;
    }
    import("./search-dialog.ts").then(
      ({ openSearch }) => openSearch(),
      () => link?.click(),
    );
  });
}

/** On some keyboards `/` takes the shift key. A reader who writes means the letter. */
function opensSearch({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (key.toLowerCase() === "k") return ctrlKey !== metaKey && !shiftKey;
  const isWriting = target instanceof HTMLElement && target.matches("input, textarea, select, :read-write");
  return key === "/" && !ctrlKey && !metaKey && !isWriting;
}
