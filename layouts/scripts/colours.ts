/** What a reader can choose; without a choice, the colours are the device's. */
export type Colours = "light" | "dark";

const KEY = "colours";

/** What the reader chose on an earlier page or visit. */
export function rememberedColours(): Colours | undefined {
  const kept = stored();
  return kept === "light" || kept === "dark" ? kept : undefined;
}

/** Keeps a choice for other pages, or forgets it. */
export function rememberColours(colours: Colours | undefined): void {
  try {
    if (colours) localStorage.setItem(KEY, colours);
    else localStorage.removeItem(KEY);
  } catch {
    // A reader who blocks storage chooses for this page only.
  }
}

/** Shows the page in the colours. */
export function wear(colours: Colours | undefined): void {
  if (colours) document.documentElement.dataset["colours"] = colours;
  else delete document.documentElement.dataset["colours"];
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Reading throws too where storage is blocked (HTML, 12.2.3).
    return null;
  }
}
