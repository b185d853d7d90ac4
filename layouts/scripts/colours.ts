const KEY = "colours";

/** What the reader chose on an earlier page or visit, "light" or "dark"; without a choice the colours are the device's. */
export function rememberedColours(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    // Reading throws where a reader blocks storage (HTML, 12.2.3).
    return "";
  }
}

/** Keeps a choice for other pages. */
export function rememberColours(colours: string): void {
  try {
    localStorage.setItem(KEY, colours);
  } catch {
    // A reader who blocks storage chooses for this page only.
  }
}

/** Shows the page in the colours. */
export function wear(colours: string): void {
  document.documentElement.dataset["colours"] = colours;
}
